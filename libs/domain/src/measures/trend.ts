import { defined, InvalidMeasureInput, undefinedFor, type MeasureResult } from './measure-result.js';

/** The value of one measure in one place and year; `null` where it has none. */
export interface YearValue {
  year: number;
  value: number | null;
}

export type TrendReason =
  /** The year has no value. */
  | 'noValue'
  /** The year before has no value, or the trend begins here. */
  | 'noEarlierValue'
  /** Nothing grows from zero: the value to compare with is 0. */
  | 'zeroBase'
  /** A percentage of a negative value turns up and down about. */
  | 'negativeBase';

export interface TrendPoint {
  year: number;
  /** In the unit of the measure. */
  value: MeasureResult<TrendReason>;
  /** 100 × value ÷ the first value there is. */
  index: MeasureResult<TrendReason>;
  /** Value − value of the year before, in the unit of the measure. */
  change: MeasureResult<TrendReason>;
  /** 100 × change ÷ value of the year before. */
  changePercent: MeasureResult<TrendReason>;
}

function percentOf(part: number, base: number): MeasureResult<TrendReason> {
  if (base < 0) return undefinedFor('negativeBase');
  const percent = (part / base) * 100;
  // Next to nothing is as good as nothing when what is divided by it leaves the numbers there are.
  return Number.isFinite(percent) ? defined(percent) : undefinedFor('zeroBase');
}

function check(values: readonly YearValue[]): void {
  const years = new Set<number>();
  for (const { year, value } of values) {
    if (!Number.isInteger(year) || year < 0 || year > 9999)
      throw new InvalidMeasureInput('yearInvalid', { year: String(year) });
    if (years.has(year)) throw new InvalidMeasureInput('yearTwice', { year });
    if (value !== null && !Number.isFinite(value))
      throw new InvalidMeasureInput('valueNotFinite', { year, value: String(value) });
    years.add(year);
  }
}

/**
 * The trend of a measure: every year from the first to the last given, with index (100 at the first year that has a
 * value) and change from the year before, absolute and in percent. A year without value is a gap with its reason, and
 * is never bridged: the change after it is unknown. Given in any order. Throws `InvalidMeasureInput` for a year given
 * twice and for numbers that are none.
 */
export function computeTrend(values: readonly YearValue[]): TrendPoint[] {
  check(values);
  if (values.length === 0) return [];
  const byYear = new Map(values.map(({ year, value }) => [year, value]));
  const years = values.map(({ year }) => year).sort((a, b) => a - b);
  const [first, last] = [years[0]!, years.at(-1)!];
  const base = years.map((year) => byYear.get(year) ?? null).find((value) => value !== null) ?? null;

  return Array.from({ length: last - first + 1 }, (_, offset): TrendPoint => {
    const year = first + offset;
    const value = byYear.get(year) ?? null;
    const before = byYear.get(year - 1) ?? null;
    if (value === null || base === null) {
      const gap = undefinedFor('noValue');
      return { year, value: gap, index: gap, change: gap, changePercent: gap };
    }
    const index = percentOf(value, base);
    if (before === null) {
      const open = undefinedFor('noEarlierValue');
      return { year, value: defined(value), index, change: open, changePercent: open };
    }
    const change = value - before;
    return {
      year,
      value: defined(value),
      index,
      change: defined(change),
      changePercent: percentOf(change, before),
    };
  });
}
