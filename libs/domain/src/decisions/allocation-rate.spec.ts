import { describe, expect, it } from '@jest/globals';
import { allocateByLargestRemainder } from './allocation.js';
import { computeTotalAtRate, type Bounds } from './allocation-rate.js';

const weigh = (weights: Record<string, number>) =>
  Object.entries(weights).map(([code, weight]) => ({ code, weight, count: 10 }));

function atRate(
  total: number,
  now: Record<string, number>,
  then: Record<string, number>,
  bounds: Bounds = {},
) {
  const key = {
    ...(bounds.floor === undefined ? {} : { floor: bounds.floor }),
    ...(bounds.cap === undefined ? {} : { cap: bounds.cap }),
  };
  const before = allocateByLargestRemainder({ total, weights: weigh(now), ...key });
  return computeTotalAtRate(before, weigh(then), bounds);
}

describe('computeTotalAtRate', () => {
  it.each<[string, ReturnType<typeof atRate>, number | null]>([
    ['the same recipients cost the same', atRate(300, { a: 1, b: 2 }, { a: 1, b: 2 }), 300],
    ['one more adds its share', atRate(300, { a: 1, b: 2 }, { a: 1, b: 2, c: 0.5 }), 350],
    ['one fewer takes it away', atRate(300, { a: 1, b: 2 }, { b: 2 }), 200],
    ['nobody costs nothing', atRate(300, { a: 1, b: 2 }, {}), 0],
    ['no share of a krona is given', atRate(100, { a: 3 }, { b: 1 }), 33],
    // a is held at 10 and has no say in the price: b and c get 45 for 1.
    ['a floor holds', atRate(100, { a: 0.1, b: 1, c: 1 }, { a: 0.1, b: 1, d: 0.1 }, { floor: 10 }), 65],
    ['a cap holds', atRate(100, { a: 9, b: 1, c: 1 }, { a: 9, b: 1, d: 4 }, { cap: 80 }), 80 + 10 + 40],
    ['without a price there is no answer', atRate(20, { a: 1, b: 5 }, { c: 1 }, { floor: 10 }), null],
    ['nor where nobody gets any', atRate(0, {}, { c: 1 }), null],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));
});
