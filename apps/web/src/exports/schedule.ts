import type { Schemas } from '../api/client.js';
import { bodyOf, EXCEL, filtersOf, type ExportKind, type OrderValues } from './order.js';

export type Schedule = Schemas['ExportScheduleView'];
export const EVERY = ['week', 'month', 'quarter', 'year'] as const;
export type Every = (typeof EVERY)[number];

export interface ScheduleValues extends Omit<OrderValues, 'asOf'> {
  title: string;
  asOf: 'now' | 'periodEnd';
  recurrence: {
    every: Every;
    weekday: string;
    month: string;
    day: string;
    at: string;
    from: string;
    until: string;
  };
  recipients: string[];
  keeping: { days: string; files: string };
}

export const newSchedule = (today: string): ScheduleValues => ({
  title: '',
  kind: 'summary',
  format: 'xlsx',
  filters: {},
  asOf: 'periodEnd',
  csvStyle: 'plain',
  csv: { ...EXCEL },
  recurrence: { every: 'month', weekday: '1', month: '1', day: '1', at: '06:00', from: today, until: '' },
  recipients: [],
  keeping: { days: '90', files: '' },
});

const typed = (value: number | null) => (value === null ? '' : String(value));

export function valuesOf({
  title,
  kind,
  format,
  filters,
  csv,
  asOf,
  recurrence,
  recipients,
  keeping,
}: Schedule): ScheduleValues {
  return {
    title,
    kind,
    format,
    filters: filters as ScheduleValues['filters'],
    asOf,
    csvStyle: csv ? 'own' : 'plain',
    csv: csv ?? { ...EXCEL },
    recurrence: {
      every: recurrence.every,
      weekday: typed(recurrence.weekday),
      month: typed(recurrence.month),
      day: typed(recurrence.day),
      at: recurrence.at,
      from: recurrence.from,
      until: recurrence.until ?? '',
    },
    recipients: recipients.map(({ id }) => id),
    keeping: { days: typed(keeping.days), files: typed(keeping.files) },
  };
}

/** What is no number is sent as it was typed, for the server to say so. */
const numberOf = (value: string) =>
  value.trim() === '' ? null : /^\d+$/.test(value.trim()) ? Number(value) : value;

/** Which parts each period asks for; the others are `null`. */
const PARTS: Record<Every, readonly ('weekday' | 'month' | 'day')[]> = {
  week: ['weekday'],
  month: ['day'],
  quarter: ['month', 'day'],
  year: ['month', 'day'],
};

export const asksFor = (every: Every, part: 'weekday' | 'month' | 'day'): boolean =>
  PARTS[every].includes(part);

export function scheduleBody(
  values: ScheduleValues,
  kind: Pick<ExportKind, 'filters'>,
): Record<string, unknown> {
  const { every, at, from, until, ...parts } = values.recurrence;
  const part = (name: 'weekday' | 'month' | 'day') => (asksFor(every, name) ? numberOf(parts[name]) : null);
  const { csv = null } = bodyOf({ ...values, asOf: '' }, kind) as { csv?: object };
  return {
    title: values.title,
    kind: values.kind,
    format: values.format,
    filters: filtersOf(values.filters, kind.filters),
    csv,
    asOf: values.asOf,
    recurrence: {
      every,
      weekday: part('weekday'),
      month: part('month'),
      day: part('day'),
      at,
      from,
      until: until || null,
    },
    recipients: values.recipients,
    keeping: { days: numberOf(values.keeping.days), files: numberOf(values.keeping.files) },
  };
}
