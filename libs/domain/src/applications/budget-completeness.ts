import { isKronor, type YearAmount } from '../shared/money.js';
import type { Budget } from './application-content.js';
import { missing, type Gap } from './gap.js';

function findRowGaps(
  list: 'costs' | 'requested' | 'coFinancing',
  rows: readonly YearAmount[],
  callYears: readonly number[],
): Gap[] {
  return rows.flatMap(({ year, amount }, index): Gap[] => {
    const path = `${list}[${index}]`;
    const isRepeated = list === 'requested' && rows.findIndex((row) => row.year === year) < index;
    return [
      ...(isKronor(amount)
        ? []
        : [{ code: 'amountInvalid', part: 'budget', path: `${path}.amount`, data: { amount } } as const]),
      ...(callYears.includes(year)
        ? []
        : [
            {
              code: 'outsideCallYears',
              part: 'budget',
              path: `${path}.year`,
              data: { year, callYears },
            } as const,
          ]),
      ...(isRepeated
        ? [{ code: 'yearTwice', part: 'budget', path: `${path}.year`, data: { year } } as const]
        : []),
    ];
  });
}

const hasMoney = (rows: readonly YearAmount[]): boolean => rows.some((row) => row.amount > 0);

/** What the budget lacks: costs, a requested grant, amounts in whole kronor, and years that the call is for. */
export function findBudgetGaps(
  { costs, requested, coFinancing }: Budget,
  callYears: readonly number[],
): Gap[] {
  return [
    ...(hasMoney(costs) ? [] : [missing('budget', 'costs')]),
    ...(hasMoney(requested) ? [] : [missing('budget', 'requested')]),
    ...findRowGaps('costs', costs, callYears),
    ...findRowGaps('requested', requested, callYears),
    ...findRowGaps('coFinancing', coFinancing, callYears),
  ];
}
