import { describe, expect, it } from '@jest/globals';
import { checkClaim, checkHeard } from './claim.js';

const recoverable = [
  { year: 2025, amount: 100 },
  { year: 2026, amount: 50 },
];
const codes = (amount: number, ...years: [number, number][]) =>
  checkClaim({ amount, years: years.map(([year, sum]) => ({ year, amount: sum })) }, recoverable).map(
    ({ code }) => code,
  );

describe('checkClaim', () => {
  it('takes all that was paid', () => expect(codes(150, [2025, 100], [2026, 50])).toEqual([]));
  it('refuses a claim of nothing', () => expect(codes(0)).toEqual(['nothingClaimed']));
  it('refuses more than was paid', () =>
    expect(codes(151, [2025, 101], [2026, 50])).toEqual(['moreThanPaid']));
  it('refuses more than was paid of a year', () =>
    expect(codes(60, [2026, 60])).toEqual(['moreThanPaidOfYear']));
  it('adds up a year that is named twice', () =>
    expect(codes(60, [2026, 30], [2026, 30])).toEqual(['moreThanPaidOfYear']));
  it('refuses a year that nothing was paid of', () =>
    expect(codes(1, [2027, 1])).toEqual(['moreThanPaidOfYear']));
  it('refuses years that sum to something else', () => expect(codes(60, [2025, 50])).toEqual(['claimYears']));
});

describe('checkHeard', () => {
  it.each([
    ['before the last day', '2027-03-01', false, null, ['mayStillAnswer']],
    ['on the last day', '2027-03-15', false, null, ['mayStillAnswer']],
    ['the day after', '2027-03-16', false, null, []],
    ['when the recipient has answered', '2027-03-01', true, null, []],
    ['when it is said why', '2027-03-01', false, 'Demo', []],
  ] as const)('%s', (_, today, hasAnswered, withoutAnswer, expected) =>
    expect(
      checkHeard({ answerBy: '2027-03-15', hasAnswered, today, withoutAnswer }).map((row) => row.code),
    ).toEqual(expected),
  );
});
