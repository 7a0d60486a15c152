import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Medel, until, type Any } from '#testing';
import { must } from './stage.js';

/** Without a worker: what is ordered is not finished. */
let medel: Medel;
let path: string;

beforeAll(async () => {
  medel = await Medel.start();
  const body = { kind: 'decisions', format: 'csv' };
  const { id } = (await must((await medel.as('admin')).post<Any>('/exports', { body }), 202)).body;
  path = `/exports/${id}`;
});
afterAll(() => medel.stop());

async function follow(headers: Record<string, string>) {
  const answer = await fetch(`${medel.address}/api/v1${path}/events`, { headers });
  const followed = { status: answer.status, hasEnded: false };
  void answer.text().then(() => (followed.hasEnded = true));
  await setTimeout(1_200);
  expect(followed).toEqual({ status: 200, hasEnded: false });
  return followed;
}

describe('what is told while it goes on', () => {
  it('ends when who is told signs out', async () => {
    const admin = await medel.as('admin');
    const followed = await follow({ cookie: admin.session });
    await must(admin.delete('/session'), 204);
    await until(async () => followed.hasEnded);
  });

  it('ends when the key is revoked', async () => {
    const admin = await medel.as('admin');
    const expiresOn = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const body = { name: 'Demo', scopes: ['export.read'], expiresOn };
    const { id, key } = (await must(admin.post<Any>('/api-keys', { body }), 201)).body;
    const followed = await follow({ authorization: `Bearer ${key}` });
    await must(admin.delete(`/api-keys/${id}`), 204);
    await until(async () => followed.hasEnded);
  });
});
