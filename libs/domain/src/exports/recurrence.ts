import { addDays, laterOf, yearOf, type LocalDate } from '../shared/local-date.js';

export const PERIODS = ['week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** Whether an export shows the moment at which it is made, or the end of the last day of the period before its day. */
export const AS_OF_RULES = ['now', 'periodEnd'] as const;
export type AsOfRule = (typeof AS_OF_RULES)[number];

/** Once in every period, on a day of its own. Parts that the period does not ask for are `null`. */
export interface Recurrence {
  every: Period;
  /** 1 Monday … 7 Sunday; of a week. */
  weekday: number | null;
  /** 1–12 of a year, 1–3 of a quarter. */
  month: number | null;
  /** 1–31 of a month, a quarter or a year. A month that does not reach so far gives its last day: 31 is always the last. */
  day: number | null;
  /**
   * `HH:MM` in Stockholm. In spring, a time in the hour that is skipped comes an hour later by the clock (02:30 at 03:30);
   * in autumn, a time in the hour that comes twice is the first of the two.
   */
  at: string;
  /** The first and the last day on which it may come. */
  from: LocalDate;
  until: LocalDate | null;
}

type Part = 'weekday' | 'month' | 'day';
const PARTS: Record<Period, readonly Part[]> = {
  week: ['weekday'],
  month: ['day'],
  quarter: ['month', 'day'],
  year: ['month', 'day'],
};
const MONTHS = { month: 1, quarter: 3, year: 12 };

const MINUTES = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
});
const DAYS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

/** What is wrong with it as a whole, each part being right by itself; `path` is the part. */
export function checkRecurrence(
  recurrence: Recurrence,
): { code: string; path: string; data?: Record<string, unknown> }[] {
  const { every, month, from, until } = recurrence;
  const parts = ['weekday', 'month', 'day'] as const;
  const isAsked = (part: Part) => PARTS[every].includes(part);
  return [
    ...parts
      .filter((part) => isAsked(part) !== (recurrence[part] !== null))
      .map((part) => ({ code: isAsked(part) ? 'required' : 'unknownField', path: part })),
    ...(every === 'quarter' && month !== null && month > 3
      ? [{ code: 'notWholeNumber', path: 'month', data: { min: 1, max: 3 } }]
      : []),
    ...(until !== null && until < from ? [{ code: 'untilBeforeFrom', path: 'until', data: { from } }] : []),
  ];
}

/** The first moment after `after` at which it comes; `null` when it comes no more. */
export function computeNextRun(recurrence: Recurrence, after: Date): Date | null {
  const { at, from, until } = recurrence;
  let day = dayOnOrAfter(recurrence, laterOf(from, DAYS.format(after)));
  while (until === null || day <= until) {
    const moment = momentOf(day, at);
    if (moment > after) return moment;
    day = dayOnOrAfter(recurrence, addDays(day, 1));
  }
  return null;
}

/**
 * What is to be done when `first`, the earliest moment not done, has come: the latest that has come is done, those before
 * it are missed, and `next` is yet to come.
 */
export function computeDueRun(
  recurrence: Recurrence,
  first: Date,
  now: Date,
): { dueAt: Date; missed: number; next: Date | null } {
  let [dueAt, missed, next] = [first, 0, computeNextRun(recurrence, first)];
  while (next !== null && next <= now) {
    [dueAt, missed, next] = [next, missed + 1, computeNextRun(recurrence, next)];
  }
  return { dueAt, missed, next };
}

/** The day that an export due at `dueAt` shows; `null` is the moment at which it is made. */
export function computeAsOf(rule: AsOfRule, { every }: Recurrence, dueAt: Date): LocalDate | null {
  if (rule === 'now') return null;
  const day = DAYS.format(dueAt);
  if (every === 'week') return addDays(day, -weekdayOf(day));
  return addDays(dayOfMonth(periodBegin(day, MONTHS[every]), 1), -1);
}

function dayOnOrAfter({ every, weekday, month, day: number }: Recurrence, earliest: LocalDate): LocalDate {
  if (every === 'week') return addDays(earliest, (weekday! - weekdayOf(earliest) + 7) % 7);
  const length = MONTHS[every];
  const place = periodBegin(earliest, length) + (month ?? 1) - 1;
  const day = dayOfMonth(place, number!);
  return day >= earliest ? day : dayOfMonth(place + length, number!);
}

/** 1 Monday … 7 Sunday. */
function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

/** The first month of the period of `length` months that has the day. Months are counted from January of year 0. */
function periodBegin(day: LocalDate, length: number): number {
  const month = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1;
  return month - (month % length);
}

function dayOfMonth(month: number, number: number): LocalDate {
  const last = addDays(firstOf(month + 1), -1);
  return number < Number(last.slice(8)) ? `${last.slice(0, 8)}${String(number).padStart(2, '0')}` : last;
}

function firstOf(month: number): LocalDate {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

function momentOf(day: LocalDate, at: string): Date {
  const inSummer = new Date(`${day}T${at}:00+02:00`);
  return MINUTES.format(inSummer) === `${day} ${at}` ? inSummer : new Date(`${day}T${at}:00+01:00`);
}
