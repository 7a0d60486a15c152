import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_KRONOR } from './money.js';
import { formatShare, isWithinPercent, percentOf } from './share.js';

const kronor = fc.integer({ min: 0, max: MAX_KRONOR });
const percent = fc.integer({ min: 1, max: 100 });

describe('isWithinPercent', () => {
  it.each([
    [900_000, 1_000_000, 90, true],
    [900_001, 1_000_000, 90, false],
    [899_999, 1_000_000, 90, true],
    [9, 10, 90, true],
    [1, 1, 90, false],
    [0, 0, 90, true],
    [1, 0, 90, false],
    [900_000_000_000, MAX_KRONOR, 90, true],
    [900_000_000_001, MAX_KRONOR, 90, false],
  ])('%i of %i within %i %% is %p', (amount, whole, limit, expected) =>
    expect(isWithinPercent(amount, whole, limit)).toBe(expected),
  );

  it('holds for exactly the amounts up to percentOf', () => {
    fc.assert(
      fc.property(kronor, percent, (whole, limit) => {
        const most = percentOf(whole, limit);
        expect(Number.isSafeInteger(most)).toBe(true);
        expect(isWithinPercent(most, whole, limit)).toBe(true);
        expect(isWithinPercent(most + 1, whole, limit)).toBe(false);
      }),
    );
  });
});

describe('formatShare', () => {
  it.each([
    [900_000, 1_000_000, '90.00'],
    [900_001, 1_000_000, '90.01'],
    [899_950, 1_000_000, '90.00'],
    [1, 3, '33.34'],
    [0, 5, '0.00'],
    [12, 5, '240.00'],
  ])('%i of %i reads %s', (amount, whole, expected) => expect(formatShare(amount, whole)).toBe(expected));

  it('is nothing without a whole', () => expect(formatShare(1, 0)).toBeNull());

  it('never reads as on the ceiling when above it', () => {
    fc.assert(
      fc.property(
        kronor.filter((whole) => whole > 0),
        percent,
        (whole, limit) => {
          expect(Number(formatShare(percentOf(whole, limit) + 1, whole))).toBeGreaterThan(limit);
        },
      ),
    );
  });
});
