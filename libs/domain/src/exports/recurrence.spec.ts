import { describe, expect, it } from '@jest/globals';
import {
  checkRecurrence,
  computeAsOf,
  computeDueRun,
  computeNextRun,
  type Period,
  type Recurrence,
} from './recurrence.js';

const recurrence = (every: Period, changes: Partial<Recurrence> = {}): Recurrence => ({
  every,
  weekday: null,
  month: null,
  day: null,
  at: '06:00',
  from: '2020-01-01',
  until: null,
  ...changes,
});
const weekly = (weekday: number, changes: Partial<Recurrence> = {}) =>
  recurrence('week', { weekday, ...changes });
const monthly = (day: number, changes: Partial<Recurrence> = {}) => recurrence('month', { day, ...changes });
const quarterly = (month: number, day: number) => recurrence('quarter', { month, day });
const yearly = (month: number, day: number, changes: Partial<Recurrence> = {}) =>
  recurrence('year', { month, day, ...changes });
const iso = (moment: Date | null) => moment && moment.toISOString().slice(0, 16);

describe('computeNextRun', () => {
  it.each<[string, Recurrence, string, string | null]>([
    ['a week: later the same day', weekly(6), '2026-11-28T04:59Z', '2026-11-28T05:00'],
    ['a week: not at the moment itself', weekly(6), '2026-11-28T05:00Z', '2026-12-05T05:00'],
    ['a week: on Monday, asked on Sunday', weekly(1), '2026-11-29T12:00Z', '2026-11-30T05:00'],
    ['a week: on Sunday, asked on Monday', weekly(7), '2026-11-30T12:00Z', '2026-12-06T05:00'],
    ['a week: over the end of a year', weekly(5), '2026-12-31T12:00Z', '2027-01-01T05:00'],
    ['a week: the day is that of Stockholm', weekly(1), '2026-11-29T23:30Z', '2026-11-30T05:00'],
    ['a month: the last of a long one', monthly(31), '2026-01-01T00:00Z', '2026-01-31T05:00'],
    ['a month: the last of February', monthly(31), '2026-01-31T05:00Z', '2026-02-28T05:00'],
    ['a month: the last of February in a leap year', monthly(31), '2028-01-31T05:00Z', '2028-02-29T05:00'],
    ['a month: the last of a century that is none', monthly(31), '2100-02-01T00:00Z', '2100-02-28T05:00'],
    ['a month: the 30th of February', monthly(30), '2026-02-01T00:00Z', '2026-02-28T05:00'],
    ['a month: the 30th of March after it', monthly(30), '2026-02-28T05:00Z', '2026-03-30T04:00'],
    ['a month: the last of one of 30 days', monthly(31), '2026-03-31T04:00Z', '2026-04-30T04:00'],
    ['a month: the 1st, over the end of a year', monthly(1), '2026-12-01T05:00Z', '2027-01-01T05:00'],
    ['a quarter: the last day of its last month', quarterly(3, 31), '2026-04-01T00:00Z', '2026-06-30T04:00'],
    ['a quarter: the 15th of its first month', quarterly(1, 15), '2026-10-15T05:00Z', '2027-01-15T05:00'],
    ['a quarter: of its second, February', quarterly(2, 30), '2027-11-30T05:00Z', '2028-02-29T05:00'],
    ['a year: 29 February in a leap year', yearly(2, 29), '2027-03-01T00:00Z', '2028-02-29T05:00'],
    ['a year: 29 February in another', yearly(2, 29), '2028-02-29T05:00Z', '2029-02-28T05:00'],
    ['a year: later this year', yearly(12, 31), '2026-12-31T04:00Z', '2026-12-31T05:00'],
    ['not before its first day', weekly(1, { from: '2027-05-01' }), '2026-01-01T00:00Z', '2027-05-03T04:00'],
    [
      'on its first and last day',
      monthly(1, { from: '2027-05-01', until: '2027-05-01' }),
      '2026-01-01T00:00Z',
      '2027-05-01T04:00',
    ],
    ['no more after its last day', monthly(2, { until: '2026-05-01' }), '2026-04-02T04:00Z', null],
    ['no more, long after', monthly(2, { until: '2026-05-01' }), '2040-01-01T00:00Z', null],
    ['never, between days that it does not have', yearly(1, 1, { from: '2026-02-01', until: '2026-11-30' }), '2026-01-01T00:00Z', null], // prettier-ignore
  ])('%s', (_, given, after, next) => {
    expect(iso(computeNextRun(given, new Date(after)))).toBe(next);
  });

  // 29 March 2026: 02:00 becomes 03:00. 25 October 2026: 03:00 becomes 02:00.
  it.each<[string, string, string, string]>([
    ['before the clocks go forward', '01:59', '2026-03-28T12:00Z', '2026-03-29T00:59'],
    ['in the hour that is skipped: an hour later', '02:30', '2026-03-28T12:00Z', '2026-03-29T01:30'],
    ['after they went forward', '03:00', '2026-03-28T12:00Z', '2026-03-29T01:00'],
    ['before they go back', '01:59', '2026-10-24T12:00Z', '2026-10-24T23:59'],
    ['in the hour that comes twice: the first', '02:30', '2026-10-24T12:00Z', '2026-10-25T00:30'],
    ['and not the second as well', '02:30', '2026-10-25T00:30Z', '2026-11-01T01:30'],
    ['after they went back', '03:00', '2026-10-24T12:00Z', '2026-10-25T02:00'],
  ])('%s', (_, at, after, next) => {
    expect(iso(computeNextRun(weekly(7, { at }), new Date(after)))).toBe(next);
  });

  it('comes once a day, at its time, over years of changed clocks', () => {
    const every = [1, 2, 3, 4, 5, 6, 7].map((weekday) => weekly(weekday, { at: '02:30' }));
    let after = new Date('2026-01-01T00:00Z');
    const days = new Set<string>();
    for (let n = 0; n < 1_000; n += 1) {
      after = new Date(Math.min(...every.map((each) => computeNextRun(each, after)!.getTime())));
      days.add(after.toISOString().slice(0, 10));
    }
    expect(days.size).toBe(1_000);
  });
});

describe('computeDueRun', () => {
  const first = new Date('2026-11-02T05:00Z');
  it.each<[string, string, string, number, string | null]>([
    ['the moment itself', '2026-11-02T05:00Z', '2026-11-02T05:00', 0, '2026-11-09T05:00'],
    ['a minute before the next', '2026-11-09T04:59Z', '2026-11-02T05:00', 0, '2026-11-09T05:00'],
    ['the next: the first is missed', '2026-11-09T05:00Z', '2026-11-09T05:00', 1, '2026-11-16T05:00'],
    ['after all: the last is done', '2027-06-01T05:00Z', '2026-11-30T05:00', 4, null],
  ])('%s', (_, now, dueAt, missed, next) => {
    const due = computeDueRun(weekly(1, { until: '2026-12-06' }), first, new Date(now));
    expect({ ...due, dueAt: iso(due.dueAt), next: iso(due.next) }).toEqual({ dueAt, missed, next });
  });
});

describe('computeAsOf', () => {
  it.each<[Period, string, string]>([
    ['week', '2026-11-30T05:00Z', '2026-11-29'],
    ['week', '2026-11-29T05:00Z', '2026-11-22'],
    ['month', '2026-03-01T05:00Z', '2026-02-28'],
    ['month', '2028-03-31T05:00Z', '2028-02-29'],
    ['month', '2026-12-31T23:30Z', '2026-12-31'],
    ['quarter', '2026-05-15T05:00Z', '2026-03-31'],
    ['quarter', '2026-01-01T05:00Z', '2025-12-31'],
    ['year', '2026-12-31T05:00Z', '2025-12-31'],
  ])('the end of the %s before %s is %s', (every, dueAt, day) => {
    expect(computeAsOf('periodEnd', recurrence(every), new Date(dueAt))).toBe(day);
  });

  it('is no day where the moment counts', () => {
    expect(computeAsOf('now', recurrence('month'), new Date('2026-03-01T05:00Z'))).toBeNull();
  });
});

describe('checkRecurrence', () => {
  it.each<[string, Recurrence, string[]]>([
    ['a week', weekly(1), []],
    ['a month', monthly(31, { until: '2020-01-01' }), []],
    ['a week without a weekday, with a day', recurrence('week', { day: 1 }), ['weekday required', 'day unknownField']], // prettier-ignore
    ['a month of a month', recurrence('month', { month: 2 }), ['month unknownField', 'day required']],
    ['a fourth month of a quarter', quarterly(4, 1), ['month notWholeNumber']],
    ['a year of nothing', recurrence('year'), ['month required', 'day required']],
    ['that ends before it begins', yearly(1, 1, { until: '2019-12-31' }), ['until untilBeforeFrom']],
  ])('%s', (_, given, problems) => {
    expect(checkRecurrence(given).map(({ path, code }) => `${path} ${code}`)).toEqual(problems);
  });
});
