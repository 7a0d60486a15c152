import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computeSettlement, tellSettlement, type SettlementFacts } from './settlement.js';

const plan: SettlementFacts = { granted: 900, paid: 900, costs: 1000, coFinancing: 100, percent: 90 };

describe('computeSettlement', () => {
  it.each<[string, Partial<SettlementFacts>, object]>([
    [
      'as planned',
      {},
      { entitled: 900, used: 900, unused: 0, repay: 0, remaining: 0, coFinancingReached: '10.00' },
    ],
    [
      'dearer than planned',
      { costs: 2000, coFinancing: 1100 },
      { entitled: 900, used: 900, unused: 0, repay: 0 },
    ],
    ['cheaper', { costs: 500, coFinancing: 50 }, { entitled: 450, used: 450, unused: 450, repay: 450 }],
    ['rounded down to whole kronor', { costs: 999, coFinancing: 99 }, { entitled: 899, used: 900, repay: 1 }],
    [
      'nothing done',
      { costs: 0, coFinancing: 0 },
      { entitled: 0, used: 0, unused: 900, repay: 900, coFinancingReached: null },
    ],
    ['half paid', { paid: 450 }, { entitled: 900, repay: 0, remaining: 450 }],
    ['nothing paid, less spent', { paid: 0, costs: 500 }, { entitled: 450, repay: 0, remaining: 450 }],
    [
      'more co-financing than costs',
      { coFinancing: 1200 },
      { used: 0, unused: 900, coFinancingReached: '120.00' },
    ],
    [
      'without a ceiling',
      { percent: null, costs: 800, coFinancing: 0 },
      { entitled: 800, used: 800, repay: 100 },
    ],
    ['a share just short of a tenth', { costs: 10_001, coFinancing: 1000 }, { coFinancingReached: '9.99' }],
  ])('%s', (_, change, expected) =>
    expect(computeSettlement({ ...plan, ...change })).toMatchObject(expected),
  );

  const kronor = fc.integer({ min: 0, max: 1_000_000_000_000 });
  const facts = fc.record({
    granted: kronor,
    paid: kronor,
    costs: kronor,
    coFinancing: kronor,
    percent: fc.option(fc.integer({ min: 1, max: 100 })),
  });

  it('is in whole kronor, never negative, and never above the grant or the ceiling', () => {
    fc.assert(
      fc.property(facts, (asked) => {
        const { entitled, used, unused, repay, remaining } = computeSettlement(asked);
        for (const sum of [entitled, used, unused, repay, remaining]) {
          expect(Number.isSafeInteger(sum) && sum >= 0).toBe(true);
        }
        expect(used + unused).toBe(asked.granted);
        expect(entitled).toBeLessThanOrEqual(asked.granted);
        expect(BigInt(entitled) * 100n <= BigInt(asked.costs) * BigInt(asked.percent ?? 100)).toBe(true);
        expect(asked.paid - repay + remaining).toBe(entitled);
      }),
    );
  });

  it('never gives less for higher costs', () => {
    fc.assert(
      fc.property(facts, fc.nat(1e9), (asked, more) => {
        const dearer = computeSettlement({ ...asked, costs: asked.costs + more });
        expect(dearer.entitled).toBeGreaterThanOrEqual(computeSettlement(asked).entitled);
      }),
    );
  });
});

describe('tellSettlement', () => {
  const tell = (change: Partial<SettlementFacts>) => {
    const facts = { ...plan, ...change };
    return tellSettlement(2027, facts, computeSettlement(facts), null);
  };

  it('tells the ceiling rounded down, and what follows from it', () => {
    const { outcome, data } = tell({ costs: 999, coFinancing: 99 });
    expect(outcome).toBe('notMet');
    expect(data).toEqual({
      year: 2027,
      ...plan,
      costs: 999,
      coFinancing: 99,
      ceiling: 899,
      entitled: 899,
      used: 900,
      unused: 0,
      repay: 1,
      remaining: 0,
      coFinancingReached: '9.90',
      rounding: 'down',
    });
  });

  it('is met where nothing is to be repaid', () => {
    expect(tell({}).outcome).toBe('met');
    expect(tell({ percent: null }).data).toMatchObject({ percent: null, ceiling: 1000 });
  });
});
