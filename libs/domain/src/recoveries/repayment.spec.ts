import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sumKronor, type YearAmount } from '../shared/money.js';
import {
  checkRepayment,
  computeRecoverable,
  computeRepayment,
  splitOverYears,
  spreadFromLatest,
} from './repayment.js';

const year = (name: number, amount: number): YearAmount => ({ year: name, amount });

describe('a repayment', () => {
  it.each([
    [5, { interest: 10, principal: 100 }, { interest: 5, principal: 0 }],
    [10, { interest: 10, principal: 100 }, { interest: 10, principal: 0 }],
    [11, { interest: 10, principal: 100 }, { interest: 10, principal: 1 }],
    [110, { interest: 10, principal: 100 }, { interest: 10, principal: 100 }],
    [40, { interest: 0, principal: 100 }, { interest: 0, principal: 40 }],
  ])('of %i kr on %p pays interest first', (amount, owed, expected) => {
    expect(computeRepayment(amount, owed)).toEqual(expected);
    expect(checkRepayment(amount, owed)).toEqual([]);
  });

  it.each([
    [111, 'overpayment', 1],
    [0, 'nothingPaid', 0],
  ])('of %i kr on 110 is refused as %s', (amount, code, excess) =>
    expect(checkRepayment(amount, { interest: 10, principal: 100 })).toMatchObject([
      { code, path: 'amount', data: { owed: 110, excess } },
    ]),
  );

  it('never pays more than is owed', () => {
    const kronor = fc.integer({ min: 0, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(kronor, kronor, kronor, (amount, interest, principal) => {
        const used = computeRepayment(amount, { interest, principal });
        expect(used.interest <= interest && used.principal <= principal).toBe(true);
        expect(used.interest + used.principal).toBe(Math.min(amount, interest + principal));
      }),
    );
  });
});

describe('splitOverYears', () => {
  const years = [year(2025, 40), year(2026, 60)];
  it.each([
    [0, 40, [year(2025, 40)]],
    [0, 50, [year(2025, 40), year(2026, 10)]],
    [30, 20, [year(2025, 10), year(2026, 10)]],
    [40, 60, [year(2026, 60)]],
    [100, 0, []],
  ])('after %i kr, the next %i', (before, amount, expected) =>
    expect(splitOverYears(years, before, amount)).toEqual(expected),
  );

  it('shares out every repayment so that each year becomes its own sum', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.integer({ min: 1, max: 500_000 }), { maxLength: 30 }),
        (sums, steps) => {
          const claim = sums.map((amount, index) => year(2020 + index, amount));
          const total = sumKronor(sums);
          const repaid = new Map<number, number>();
          let before = 0;
          for (const step of [...steps, total]) {
            const part = Math.min(step, total - before);
            for (const row of splitOverYears(claim, before, part))
              repaid.set(row.year, (repaid.get(row.year) ?? 0) + row.amount);
            before += part;
          }
          expect(claim.map((row) => repaid.get(row.year))).toEqual(sums);
        },
      ),
    );
  });
});

describe('what may be demanded', () => {
  it('is what was paid and is not demanded yet', () =>
    expect(
      computeRecoverable(
        [year(2025, 100), year(2026, 50), year(2027, 20)],
        [year(2025, 30), year(2025, 10), year(2027, 20)],
      ),
    ).toEqual([year(2025, 60), year(2026, 50)]));

  it('is taken of the latest year first, where no years are named', () => {
    const recoverable = [year(2025, 60), year(2026, 50)];
    expect(spreadFromLatest(recoverable, 50)).toEqual([year(2026, 50)]);
    expect(spreadFromLatest(recoverable, 80)).toEqual([year(2025, 30), year(2026, 50)]);
  });
});
