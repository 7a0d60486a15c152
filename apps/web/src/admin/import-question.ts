import type { Schemas } from '../api/client.js';

/** What the forms of loading and fetching hold. */
export interface ImportFields {
  kind: string;
  source: string;
  vintage: string;
  licence: string;
  quality: string;
  isPercent: boolean;
  /** The file's word for the measure. */
  word: string;
  where: string;
  year: string;
}

export interface FetchFields extends ImportFields {
  service: 'kolada' | 'scb' | 'scbV1';
  kpis: string;
  years: string;
  municipalities: string;
  table: string;
  selection: string;
}

/** Words with commas, semicolons, spaces or new lines between. */
export const readWords = (typed: string): string[] => typed.split(/[\s,;]+/).filter((word) => word !== '');

/** `2015–2018, 2020` as years. What is no year is given as `NaN`, which the server refuses beside the field. */
export function readYears(typed: string): number[] {
  return readWords(typed.replace(/\s*[–—-]\s*/g, '–')).flatMap((word) => {
    const [first, last = first] = word.split('–').map(Number) as [number, number?];
    const isRange = Number.isInteger(first) && Number.isInteger(last) && last >= first && last - first < 100;
    return isRange ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : [NaN];
  });
}

/** `Region=*` and `Tid=2022,2023`, a line each, as what is chosen of each dimension. */
export function readSelection(typed: string): Record<string, string[] | '*'> {
  return Object.fromEntries(
    pairs(typed).map(([dimension, chosen]) => [dimension, chosen === '*' ? '*' : readWords(chosen)]),
  );
}

const pairs = (typed: string): [string, string][] =>
  typed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    });

/** How the file's words become ours; nothing where the file uses ours. `kind` is a measure, or what is no single one. */
export function mappingOf(fields: ImportFields, isMeasure: boolean): Record<string, unknown> {
  const { kind, word, isPercent, where, quality, year } = fields;
  const isTold = word.trim() !== '' || isPercent || where.trim() !== '';
  const choice = {
    measure: kind,
    code: word.trim() || null,
    percent: isPercent,
    where: Object.fromEntries(pairs(where)),
  };
  return {
    quality,
    ...(isMeasure && isTold ? { measures: [choice] } : {}),
    ...(year.trim() === '' ? {} : { year: Number(year) }),
  };
}

export function fetchOf(fields: FetchFields, isMeasure: boolean): Schemas['DatasetFetch'] {
  const { kind, source, vintage, licence, service } = fields;
  const details = {
    kind,
    source,
    vintage,
    licence: licence || undefined,
    mapping: mappingOf(fields, isMeasure),
  };
  if (service === 'kolada') {
    const municipalities = readWords(fields.municipalities);
    const kolada = {
      kpis: readWords(fields.kpis),
      years: readYears(fields.years),
      ...(municipalities.length > 0 ? { municipalities } : {}),
    };
    return { ...details, kolada };
  }
  return {
    ...details,
    [service]: { table: fields.table.trim(), selection: readSelection(fields.selection) },
  };
}
