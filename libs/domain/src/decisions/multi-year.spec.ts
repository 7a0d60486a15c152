import { expect, it } from '@jest/globals';
import { splitYears } from './multi-year.js';

it('a year is firm up to the appropriation’s own, and conditional after', () =>
  expect(
    splitYears(
      [2026, 2027, 2028, 2029].map((year) => ({ year, amount: year })),
      2027,
    ),
  ).toEqual([
    { year: 2026, amount: 2026, status: 'firm' },
    { year: 2027, amount: 2027, status: 'firm' },
    { year: 2028, amount: 2028, status: 'conditional' },
    { year: 2029, amount: 2029, status: 'conditional' },
  ]));
