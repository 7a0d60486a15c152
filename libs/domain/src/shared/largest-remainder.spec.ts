import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitByLargestRemainder } from './largest-remainder.js';

describe('splitByLargestRemainder', () => {
  it.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [10n, [3n, 2n, 1n], [5n, 3n, 2n]],
    [1n, [1n, 1n], [1n, 0n]],
    [7n, [0n, 5n], [0n, 7n]],
    [0n, [1n, 2n], [0n, 0n]],
    [0n, [0n, 0n], [0n, 0n]],
  ])('splits %p by %p into %p', (total, weights, expected) =>
    expect(splitByLargestRemainder(total, weights)).toEqual(expected),
  );

  it('cannot split something by nothing', () => {
    expect(splitByLargestRemainder(1n, [0n, 0n])).toBeNull();
    expect(splitByLargestRemainder(1n, [])).toBeNull();
  });

  it('sums exactly, and each part is its share rounded down or up', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 20n }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), weights, (total, list) => {
        const sum = list.reduce((a, b) => a + b, 0n);
        fc.pre(sum > 0n);
        const parts = splitByLargestRemainder(total, list)!;
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(total);
        parts.forEach((part, index) => {
          const down = (total * list[index]!) / sum;
          expect(part === down || part === down + 1n).toBe(true);
        });
      }),
    );
  });
});
