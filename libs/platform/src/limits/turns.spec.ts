import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

const held = () => {
  let release!: () => void;
  const until = new Promise<void>((resolve) => (release = resolve));
  return { work: () => until, release };
};
const refused = { code: 'unavailable' };

describe('turns', () => {
  it('are taken one after the other, and no more wait than may', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 1 });
    const [first, second] = [held(), held()];
    const began = turns.take(first.work);
    const next = turns.take(second.work);
    await expect(turns.take(async () => 1)).rejects.toMatchObject(refused);
    first.release();
    await began;
    second.release();
    await next;
    expect(await turns.take(async () => 1)).toBe(1);
  });

  it('are waited for no longer than one has patience, and those who gave up have none', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 1, patience: 30 });
    const first = held();
    const began = turns.take(first.work);
    await expect(turns.take(async () => 1)).rejects.toMatchObject(refused);
    const next = turns.take(async () => 2);
    first.release();
    await began;
    expect(await next).toBe(2);
    await setTimeout(60);
    expect(await Promise.all([turns.take(async () => 3), turns.take(async () => 4)])).toEqual([3, 4]);
  });
});
