import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { ReadOn } from './read-on.js';

const PATIENCE = 40;
const opened = () => new ReadOn(PATIENCE).on('error', () => undefined);

describe('what is written while it is read', () => {
  it('is cut where nobody reads on', async () => {
    const stream = opened();
    stream.write('something');
    await setTimeout(4 * PATIENCE);
    expect(stream.destroyed).toBe(true);
  });

  it('goes on for who reads, though slowly', async () => {
    const stream = opened();
    for (let n = 0; n < 40; n += 1) stream.write('something');
    for (let n = 0; n < 10; n += 1) {
      await setTimeout(PATIENCE / 4);
      stream.read(9);
    }
    expect(stream.destroyed).toBe(false);
    stream.destroy();
  });

  it('goes on for who waits for more to be written', async () => {
    const stream = opened();
    stream.write('something');
    stream.resume();
    await setTimeout(4 * PATIENCE);
    expect(stream.destroyed).toBe(false);
    stream.destroy();
  });
});
