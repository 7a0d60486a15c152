import { actOnEach, type Outcome } from './bulk.js';

describe('an act on each of many', () => {
  it('goes on after a refusal, and tells each outcome as it comes, in order', async () => {
    const refusal = new Error('no');
    const told: (readonly Outcome<number>[])[] = [];
    const act = (item: number) => (item === 2 ? Promise.reject(refusal) : Promise.resolve());
    const outcomes = await actOnEach([1, 2, 3], act, (so) => told.push(so));
    expect(outcomes).toEqual([{ item: 1 }, { item: 2, refusal }, { item: 3 }]);
    expect(told.map((so) => so.length)).toEqual([1, 2, 3]);
  });

  it('acts on one at a time', async () => {
    let running = 0;
    const most: number[] = [];
    const act = async () => {
      most.push(++running);
      await Promise.resolve();
      running--;
    };
    await actOnEach([1, 2, 3], act, () => undefined);
    expect(most).toEqual([1, 1, 1]);
  });
});
