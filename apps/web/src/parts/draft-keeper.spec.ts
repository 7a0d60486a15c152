import { jest } from '@jest/globals';
import { Problem, unreachable } from '../api/problem.js';
import { DraftKeeper, type Reading } from './draft-keeper.js';

interface Content {
  title: string;
  summary: string;
  contact: { name: string; email: string };
}

const first: Content = { title: '', summary: '', contact: { name: '', email: '' } };

const problem = (status: number, code: string, path?: string) =>
  new Problem({
    type: 'about:blank',
    title: code,
    status,
    code,
    detail: code,
    requestId: 'r',
    findings: path ? [{ code, detail: code, path }] : [],
  });

/** A server that keeps one thing and its version, as ours does. */
class Server {
  content = first;
  version = 1;
  writes: Partial<Content>[] = [];
  failWith: Error | undefined;

  read = (): Promise<Reading<Content>> => {
    if (this.failWith) return Promise.reject(this.failWith);
    return Promise.resolve({
      content: this.content,
      etag: `"${this.version}"`,
      at: `2027-01-0${this.version}`,
    });
  };

  write = (parts: Partial<Content>, etag: string): Promise<Reading<Content>> => {
    if (this.failWith) return Promise.reject(this.failWith);
    if (etag !== `"${this.version}"`) return Promise.reject(problem(412, 'stale'));
    if (parts.contact?.email.endsWith('@')) return Promise.reject(problem(422, 'notEmail', 'contact.email'));
    this.writes.push(parts);
    this.content = { ...this.content, ...parts };
    this.version += 1;
    return this.read();
  };
}

async function opened(onMerged?: (content: Content, paths: string[]) => void) {
  const server = new Server();
  const keeper = new DraftKeeper<Content>(server, onMerged);
  keeper.open();
  await jest.advanceTimersByTimeAsync(0);
  const type = (changes: Partial<Content>) => keeper.change({ ...keeper.snapshot().content!, ...changes });
  return { server, keeper, type };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a draft that is kept', () => {
  it('saves what changed within two seconds, also of somebody who never pauses', async () => {
    const { server, keeper, type } = await opened();
    for (const title of ['a', 'ab', 'abc', 'abcd']) {
      type({ title });
      await jest.advanceTimersByTimeAsync(500);
    }
    expect(server.writes.length).toBeGreaterThan(0);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(server.content.title).toBe('abcd');
    expect(server.writes.every((parts) => Object.keys(parts).join() === 'title')).toBe(true);
    expect(keeper.snapshot()).toMatchObject({ status: 'saved', savedAt: `2027-01-0${server.version}` });
    expect(keeper.isUnsaved).toBe(false);
  });

  it('merges a newer version and saves mine over it', async () => {
    const merged: string[][] = [];
    const { server, keeper, type } = await opened((_, paths) => merged.push(paths));
    server.content = { ...first, summary: 'theirs' };
    server.version = 2;
    type({ title: 'mine' });
    await keeper.flush();
    expect(server.content).toMatchObject({ title: 'mine', summary: 'theirs' });
    expect(keeper.snapshot()).toMatchObject({ status: 'saved', conflicts: [] });
    expect(merged).toEqual([['summary']]);
  });

  it('keeps both texts until a person has chosen, and saves the rest meanwhile', async () => {
    const { server, keeper, type } = await opened();
    server.content = { ...first, title: 'theirs' };
    server.version = 2;
    type({ title: 'mine', summary: 'also mine' });
    await keeper.flush();
    expect(server.content).toMatchObject({ title: 'theirs', summary: 'also mine' });
    expect(keeper.snapshot().content!.title).toBe('mine');
    expect(keeper.snapshot().conflicts).toEqual([{ path: 'title', theirs: 'theirs' }]);
    expect(keeper.isUnsaved).toBe(true);
    keeper.resolve('title', 'mine');
    await keeper.flush();
    expect(server.content.title).toBe('mine');
    expect(keeper.isUnsaved).toBe(false);
  });

  it('takes theirs when it is chosen', async () => {
    const { server, keeper, type } = await opened();
    server.content = { ...first, title: 'theirs' };
    server.version = 2;
    type({ title: 'mine' });
    await keeper.flush();
    keeper.resolve('title', 'theirs');
    await keeper.flush();
    expect(keeper.snapshot()).toMatchObject({ content: { title: 'theirs' }, conflicts: [], status: 'saved' });
    expect(server.writes).toEqual([]);
  });

  it('waits while there is no network and saves when it is back', async () => {
    const { server, keeper, type } = await opened();
    server.failWith = unreachable();
    type({ title: 'written on a train' });
    await jest.advanceTimersByTimeAsync(5_000);
    expect(keeper.snapshot().status).toBe('offline');
    server.failWith = undefined;
    await jest.advanceTimersByTimeAsync(20_000);
    expect(server.content.title).toBe('written on a train');
    expect(keeper.snapshot().status).toBe('saved');
  });

  it('sends again what the end of the session held back', async () => {
    const { server, keeper, type } = await opened();
    server.failWith = problem(401, 'unauthenticated');
    type({ title: 'long text' });
    await keeper.flush();
    expect(keeper.snapshot().status).toBe('signedOut');
    server.failWith = undefined;
    await keeper.flush();
    expect(server.content.title).toBe('long text');
  });

  it('saves the rest when one field is refused, and the field when it is right', async () => {
    const { server, keeper, type } = await opened();
    type({ title: 'kept', contact: { name: 'Anna', email: 'anna@' } });
    await keeper.flush();
    expect(server.content).toMatchObject({ title: 'kept', contact: first.contact });
    expect(keeper.snapshot()).toMatchObject({ status: 'refused', problem: { code: 'notEmail' } });
    expect(keeper.isUnsaved).toBe(true);
    type({ contact: { name: 'Anna', email: 'anna@kommun.example' } });
    await keeper.flush();
    expect(server.content.contact.email).toBe('anna@kommun.example');
    expect(keeper.snapshot()).toMatchObject({ status: 'saved', problem: undefined });
  });

  it('shows what a colleague has saved without being asked', async () => {
    const { server, keeper } = await opened();
    server.content = { ...first, summary: 'theirs' };
    server.version = 2;
    await jest.advanceTimersByTimeAsync(16_000);
    expect(keeper.snapshot().content!.summary).toBe('theirs');
  });

  it('does not take an answer for newer that was on its way while it saved', async () => {
    const { server, keeper, type } = await opened();
    const old = await server.read();
    server.read = () => new Promise((resolve) => setTimeout(() => resolve(old), 3_000));
    const looking = keeper.look();
    server.write = () =>
      Promise.resolve({ content: { ...first, title: 'mine' }, etag: '"2"', at: '2027-01-02' });
    type({ title: 'mine' });
    await keeper.flush();
    await jest.advanceTimersByTimeAsync(3_000);
    await looking;
    expect(keeper.snapshot()).toMatchObject({ content: { title: 'mine' }, conflicts: [], status: 'saved' });
  });
});
