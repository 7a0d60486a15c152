import type { Schemas } from '../api/client.js';

export type ExportKind = Schemas['ExportKind'];
export type Export = Schemas['ExportView'];
export type Format = Export['format'];

/** How a CSV is written: two usual ways, and one's own. */
export const CSV_STYLES = ['plain', 'excel', 'own'] as const;

export interface OrderValues {
  kind: string;
  format: string;
  filters: Record<string, string | number | null | undefined>;
  asOf: string;
  csvStyle: (typeof CSV_STYLES)[number];
  csv: { separator: string; decimal: string; bom: boolean };
}

export const EXCEL = { separator: ';', decimal: ',', bom: true };

/** What is filled in before anybody has: the last order again, where the address says it. */
export function orderFrom(search: URLSearchParams): OrderValues {
  return {
    kind: search.get('bestall') ?? 'summary',
    format: search.get('format') ?? 'xlsx',
    filters: Object.fromEntries(
      [...search].flatMap(([name, value]) => (name.startsWith('f.') ? [[name.slice(2), value]] : [])),
    ),
    asOf: search.get('asOf') ?? '',
    csvStyle: 'plain',
    csv: { ...EXCEL },
  };
}

/** The address that fills in an order like one that was given. */
export function addressOf({
  kind,
  format,
  filters,
  asOf,
}: Pick<Export, 'kind' | 'format' | 'asOf'> & { filters: object }): string {
  const search = new URLSearchParams({ bestall: kind, format });
  for (const [name, value] of Object.entries(filters)) search.set(`f.${name}`, String(value));
  if (asOf) search.set('asOf', asOf);
  return `/uttag?${search}`;
}

/** The filters that the kind takes and that are filled in. */
export function filtersOf(
  filters: OrderValues['filters'],
  taken: readonly string[],
): Record<string, string | number> {
  const filled = taken.flatMap((name): [string, string | number][] => {
    const value = filters[name];
    if (value === undefined || value === null || value === '') return [];
    return [[name, name === 'year' ? asYear(value) : value]];
  });
  return Object.fromEntries(filled);
}

/** What is no year is sent as it was typed, for the server to say so. */
const asYear = (typed: string | number) => (/^\d+$/.test(String(typed)) ? Number(typed) : typed);

export function csvOf({
  format,
  csvStyle,
  csv,
}: Pick<OrderValues, 'format' | 'csvStyle' | 'csv'>): object | null {
  if (format !== 'csv' || csvStyle === 'plain') return null;
  return csvStyle === 'excel' ? EXCEL : { ...csv, bom: Boolean(csv.bom) };
}

export function bodyOf(
  values: OrderValues,
  { filters, isOfNowOnly }: Pick<ExportKind, 'filters'> & Partial<Pick<ExportKind, 'isOfNowOnly'>>,
): object {
  const csv = csvOf(values);
  return {
    kind: values.kind,
    format: values.format,
    filters: filtersOf(values.filters, filters),
    asOf: (!isOfNowOnly && values.asOf) || null,
    ...(csv ? { csv } : {}),
  };
}

/** Of an export that is done or that will never be, there is nothing to follow. */
export const isUnfinished = ({ status }: Pick<Export, 'status'>): boolean =>
  status === 'queued' || status === 'running';

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** Bytes as people read them: 1 kB is 1 000 bytes, as the file system says. */
export function bytesIn(size: number): { value: number; unit: (typeof UNITS)[number] } {
  const step = Math.min(UNITS.length - 1, size < 1000 ? 0 : Math.floor(Math.log10(size) / 3));
  const value = size / 1000 ** step;
  return { value: step === 0 ? value : Math.round(value * 10) / 10, unit: UNITS[step]! };
}
