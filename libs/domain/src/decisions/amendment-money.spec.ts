import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  computeAmendmentMoves,
  computeHold,
  computeRevocationMoves,
  holdMoves,
  letGoMoves,
  type CarriedYear,
  type MoneyMove,
} from './amendment-money.js';

const now = { id: 'a', year: 2027 };
const later = { id: 'b', year: 2028 };
const row = (year: number, amount: number, appropriation = now): CarriedYear => ({
  year,
  amount,
  appropriation,
});
const sums = (rows: CarriedYear[]) => rows.map(({ year, amount }) => [year, amount]);
const moved = (moves: MoneyMove[]) =>
  moves.map(({ year, amount, from, to, appropriation: { id } }) => [id, year, from, to, amount]);

describe('computeHold', () => {
  it.each([
    ['nothing where nothing is raised', [row(2027, 5), row(2028, 5)], [row(2027, 5), row(2028, 1)], []],
    ['what a year adds', [row(2027, 5)], [row(2027, 8)], [[2027, 3]]],
    ['a new year whole', [row(2027, 5)], [row(2027, 5), row(2028, 4)], [[2028, 4]]],
    [
      'nothing for what one year takes from another of the limit',
      [row(2028, 5), row(2029, 5)],
      [row(2028, 2), row(2029, 8)],
      [],
    ],
    [
      'only the difference, on the raised years, the earliest first',
      [row(2028, 5), row(2029, 5), row(2030, 5)],
      [row(2030, 9), row(2029, 7), row(2028, 1)],
      [[2029, 2]],
    ],
    [
      'what the limit must give, whatever the year of the appropriation gives back',
      [row(2027, 9), row(2028, 1)],
      [row(2027, 1), row(2028, 9)],
      [[2028, 8]],
    ],
    [
      'of each appropriation for itself',
      [row(2027, 5), row(2028, 5, later)],
      [row(2027, 1), row(2028, 7, later)],
      [[2028, 2]],
    ],
  ])('holds %s', (_, before, after, expected) => expect(sums(computeHold(before, after))).toEqual(expected));
});

describe('computeAmendmentMoves', () => {
  it('lets go of the hold, gives back and binds', () => {
    const [before, after] = [
      [row(2027, 5), row(2028, 5)],
      [row(2027, 2), row(2028, 9)],
    ];
    expect(moved(computeAmendmentMoves(before, after, computeHold(before, after)))).toEqual([
      ['a', 2028, 'reserved', 'available', 4],
      ['a', 2027, 'unpaid', 'available', 3],
      ['a', 2028, 'available', 'unpaid', 4],
    ]);
  });

  it('binds in the appropriation that a year was confirmed against meanwhile', () => {
    const hold = computeHold([row(2028, 5)], [row(2028, 9)]);
    expect(moved(computeAmendmentMoves([row(2028, 5, later)], [row(2028, 9, later)], hold))).toEqual([
      ['a', 2028, 'reserved', 'available', 4],
      ['b', 2028, 'available', 'unpaid', 4],
    ]);
  });
});

it('computeRevocationMoves gives back of each year what is not taken', () =>
  expect(
    moved(
      computeRevocationMoves(
        [row(2027, 5), row(2028, 5)],
        [
          { year: 2027, amount: 2 },
          { year: 2027, amount: 3 },
        ],
      ),
    ),
  ).toEqual([['a', 2028, 'unpaid', 'available', 5]]));

/** Accounts per fund and year, as the ledger keeps them. */
function post(accounts: Map<string, number>, moves: readonly MoneyMove[]): void {
  for (const { appropriation, year, from, to, amount } of moves) {
    expect(amount).toBeGreaterThan(0);
    const fund = `${appropriation.id}${year <= appropriation.year}`;
    const add = (account: string, sum: number) =>
      accounts.set(`${account} ${fund}`, (accounts.get(`${account} ${fund}`) ?? 0) + sum);
    add(from, -amount);
    add(to, amount);
  }
}

it('an amendment takes from each fund what it adds and no more, whether approved or returned', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_000 });
  const years = fc.array(fc.record({ before: amount, after: amount, firm: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(years, (cases) => {
      const carried = (pick: 'before' | 'after') =>
        cases.map((each, index) =>
          row(2027 + index, each[pick], each.firm ? { id: `y${index}`, year: 2027 + index } : now),
        );
      const [before, after] = [carried('before'), carried('after')];
      const hold = computeHold(before, after);
      const held = new Map<string, number>();
      post(held, holdMoves(hold));
      // The proposal alone covers the approval: nothing more is taken from what is available.
      const approved = new Map(held);
      post(approved, computeAmendmentMoves(before, after, hold));
      for (const [account, sum] of approved) {
        if (account.startsWith('reserved')) expect(sum).toBe(0);
        if (account.startsWith('available')) expect(sum).toBeGreaterThanOrEqual(held.get(account) ?? 0);
      }
      const bound = [...approved].filter(([account]) => account.startsWith('unpaid'));
      const total = (rows: CarriedYear[]) => rows.reduce((sum, each) => sum + each.amount, 0);
      expect(bound.reduce((sum, [, each]) => sum + each, 0)).toBe(total(after) - total(before));
      post(held, letGoMoves(hold));
      expect([...held.values()].every((sum) => sum === 0)).toBe(true);
    }),
  );
});
