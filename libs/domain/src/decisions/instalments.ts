import type { Finding } from '../shared/finding.js';
import type { YearAmount } from '../shared/money.js';
import { toTenThousandths, WHOLE_SHARE } from './shares.js';

export interface Instalment {
  year: number;
  /** 0–1 of the year's sum, at most four decimals. */
  share: number;
}

const refuse = (code: string, path: string, data: Record<string, unknown>): Finding => ({
  code,
  outcome: 'notMet',
  citation: null,
  path,
  data,
});

/** Shares are above 0 with at most four decimals, of years that are granted, and sum to exactly 1 in each year. */
export function checkInstalments(
  instalments: readonly Instalment[],
  years: readonly YearAmount[],
): Finding[] {
  const granted = new Set(years.map((row) => row.year));
  const single = instalments.flatMap(({ year, share }, index) => [
    ...(toTenThousandths(share) ? [] : [refuse('shareInvalid', `instalments[${index}].share`, { share })]),
    ...(granted.has(year)
      ? []
      : [refuse('instalmentYearNotGranted', `instalments[${index}].year`, { year })]),
  ]);
  const sums = [...new Set(instalments.map((row) => row.year))].flatMap((year) => {
    const shares = instalments
      .filter((row) => row.year === year)
      .map((row) => toTenThousandths(row.share) ?? 0);
    const sum = shares.reduce((a, b) => a + b, 0);
    return sum === WHOLE_SHARE
      ? []
      : [refuse('instalmentSharesNotWhole', 'instalments', { year, sum: (sum / WHOLE_SHARE).toFixed(4) })];
  });
  return [...single, ...sums];
}
