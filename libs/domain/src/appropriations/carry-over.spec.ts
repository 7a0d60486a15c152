import { describe, expect, it } from '@jest/globals';
import type { Programme } from '../regulations/programme.js';
import { checkCarryOver, checkUnused } from './carry-over.js';

const appropriation = { code: 'demo', year: 2027 };
const programmes = (...rules: Programme['carryOver'][]) =>
  rules.map((carryOver, index) => ({ code: `p${index}`, carryOver }));

describe('checkCarryOver', () => {
  it.each([
    [programmes('allowed'), true, []],
    [programmes('allowed', 'allowed'), true, []],
    [programmes('allowed', 'none'), true, ['carryOverNotAllowed']],
    [programmes('unknown'), true, ['carryOverNotAllowed']],
    [programmes(), true, ['carryOverNotAllowed']],
    [programmes('allowed'), false, ['nextYearNotAppropriated']],
    [programmes('none'), false, ['carryOverNotAllowed', 'nextYearNotAppropriated']],
  ])('%j, next year appropriated: %s', (all, isNextAppropriated, codes) =>
    expect(
      checkCarryOver({ appropriation, programmes: all, isNextAppropriated }).map(({ code }) => code),
    ).toEqual(codes),
  );

  it('names the programmes that do not allow it', () =>
    expect(
      checkCarryOver({ appropriation, programmes: programmes('none', 'allowed'), isNextAppropriated: true }),
    ).toMatchObject([{ data: { appropriationCode: 'demo', year: 2027, programmes: ['p0'] } }]));
});

it.each([
  [500, undefined],
  [501, 1],
  [1, undefined],
])('carries %i of 500 that are unused', (amount, missing) =>
  expect(checkUnused({ year: 2027, available: 500, amount })[0]?.data.missing).toBe(missing),
);
