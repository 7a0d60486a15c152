import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkAmendment, computeWhatGives, type FundChange } from './amendment.js';

const change = (after: number, available: number): FundChange => ({
  source: 'appropriation',
  before: 1_000,
  after,
  available,
});

describe('checkAmendment', () => {
  it.each([
    [2_000, 0, undefined],
    [1_000, 0, undefined],
    [999, 0, 1],
    [400, 600, undefined],
    [399, 600, 1],
    [0, 1_000, undefined],
    [0, 0, 1_000],
  ])('to %i with %i available', (after, available, missing) =>
    expect(checkAmendment([change(after, available)], 2027)[0]?.data.missing).toBe(missing),
  );

  it('tells every fund with what is bound', () => {
    const limit: FundChange = { source: 'commitmentLimit', before: 500, after: 100, available: 50 };
    expect(checkAmendment([change(300, 200), limit], 2027)).toEqual([
      {
        code: 'loweredBelowBound',
        outcome: 'notMet',
        citation: null,
        data: { source: 'appropriation', year: 2027, before: 1_000, after: 300, bound: 800, missing: 500 },
      },
      {
        code: 'loweredBelowBound',
        outcome: 'notMet',
        citation: null,
        data: { source: 'commitmentLimit', year: 2027, before: 500, after: 100, bound: 450, missing: 350 },
      },
    ]);
  });
});

describe('computeWhatGives', () => {
  const holders = [
    { id: 'latest', reserved: 0, unpaid: 300 },
    { id: 'proposed', reserved: 200, unpaid: 0 },
    { id: 'amending', reserved: 50, unpaid: 100 },
  ];

  it.each([
    [0, {}, 0],
    [150, { proposed: 150 }, 0],
    [220, { proposed: 200, amending: 20 }, 0],
    [300, { proposed: 200, amending: 50, latest: 50 }, 0],
    [600, { proposed: 200, amending: 100, latest: 300 }, 0],
    [700, { proposed: 200, amending: 150, latest: 300 }, 50],
  ])('%i is given by proposals first', (missing, expected, short) => {
    const { gives, ...rest } = computeWhatGives(missing, holders);
    expect(Object.fromEntries(gives.map((row) => [row.id, row.gives]))).toEqual(expected);
    expect(rest.short).toBe(short);
  });

  it('takes no more than is missing, and no more than each has', () => {
    const holder = fc.record({ reserved: fc.nat(1e9), unpaid: fc.nat(1e9) });
    fc.assert(
      fc.property(fc.nat(1e10), fc.array(holder, { maxLength: 20 }), (missing, all) => {
        const { gives, short } = computeWhatGives(missing, all);
        expect(gives.reduce((sum, row) => sum + row.gives, 0) + short).toBe(missing);
        for (const row of gives) expect(row.gives).toBeLessThanOrEqual(row.reserved + row.unpaid);
        if (short > 0) expect(gives.every((row) => row.gives === row.reserved + row.unpaid)).toBe(true);
      }),
    );
  });
});
