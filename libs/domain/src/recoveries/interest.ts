import { addDays, daysBetween, laterOf, type LocalDate } from '../shared/local-date.js';
import { sumKronor, type Kronor } from '../shared/money.js';
import type { Portion } from './instalment-plan.js';
import { halfYearOf, LATE_INTEREST, nextHalfYear, type ReferenceRate } from './reference-rates.js';

/** Actual days over 365, in leap years too. Räntelagen states no day count: this is the one we have chosen. */
export const DAY_COUNT = 'actual/365';
const DAYS_OF_YEAR = 365n;

/** Days with one principal and one rate. */
export interface InterestPeriod {
  /** The first and the last day that bear interest. */
  from: LocalDate;
  to: LocalDate;
  days: number;
  /** What is overdue, kronor. */
  principal: Kronor;
  /** Hundredths of a percentage point: the reference rate, and with the eight points of räntelagen 6 §. */
  referenceRate: number;
  rate: number;
}

export interface Interest {
  amount: Kronor;
  periods: InterestPeriod[];
  /** The first half-year whose reference rate is not recorded; the interest is then reckoned to the day before it. */
  missing: LocalDate | null;
}

/**
 * Interest on late payment, in whole kronor, rounded down once for all periods together:
 * ⌊Σ principal × (reference rate + 8 percentage points) × days ÷ 365⌋ (räntelagen 6 §).
 * A portion bears interest from the day after it was due to and including `to` (3 §); `after` is the last day whose
 * interest is charged already. A half-year without a recorded rate is told and never reckoned by another half-year's.
 */
export function computeInterest(facts: {
  portions: readonly Portion[];
  after: LocalDate | null;
  to: LocalDate;
  rates: readonly ReferenceRate[];
}): Interest {
  const { portions, after, to, rates } = facts;
  const late = portions
    .filter((portion) => portion.amount > 0)
    .map(({ dueOn, amount }) => ({ from: addDays(after ? laterOf(after, dueOn) : dueOn, 1), amount }))
    .filter((portion) => portion.from <= to);
  const periods: InterestPeriod[] = [];
  let hundredths = 0n;
  for (const [from, last] of spans(
    late.map((portion) => portion.from),
    to,
  )) {
    const reference = rates.find((rate) => rate.validFrom === halfYearOf(from));
    if (!reference) return { amount: whole(hundredths), periods, missing: halfYearOf(from) };
    const principal = sumKronor(late.filter((portion) => portion.from <= from).map((row) => row.amount));
    const days = daysBetween(from, last) + 1;
    const rate = reference.hundredths + LATE_INTEREST.points;
    hundredths += BigInt(principal) * BigInt(rate) * BigInt(days);
    periods.push({ from, to: last, days, principal, referenceRate: reference.hundredths, rate });
  }
  return { amount: whole(hundredths), periods, missing: null };
}

/** Days with the same principal and rate: cut where a portion becomes late and where a half-year begins. */
function spans(starts: readonly LocalDate[], to: LocalDate): [LocalDate, LocalDate][] {
  const first = starts.toSorted()[0];
  if (first === undefined) return [];
  const cuts = new Set(starts);
  for (let day = nextHalfYear(first); day <= to; day = nextHalfYear(day)) cuts.add(day);
  const days = [...cuts].sort();
  return days.map((day, index) => [day, index + 1 < days.length ? addDays(days[index + 1]!, -1) : to]);
}

/** From kronor × hundredths of a percent × days. */
function whole(sum: bigint): Kronor {
  return Number(sum / (10_000n * DAYS_OF_YEAR));
}
