import { toNfc } from '#domain/shared/nfc';
import { excerpt } from '#domain/shared/excerpt';
import type { ImportMapping } from './import-mapping.js';
import type { RejectionCode } from './import-row.js';
import type { Chosen, MeasureWords } from './measure-words.js';

/** A column of values, with the measure or the year that its name tells; `null`: another column tells it. */
export interface ValueColumn {
  at: number;
  measure: Chosen | null;
  year: number | null;
}

export interface CsvColumns {
  count: number;
  organisation: number;
  measure: number | null;
  year: number | null;
  quality: number | null;
  values: readonly ValueColumn[];
}

export interface HeaderFinding {
  code: RejectionCode;
  data: Record<string, unknown>;
}

const words = (list: string) => new Set(list.trim().split(/\s+/));
/** As they stand without spaces, dots, hyphens and underscores. */
const NAMES = {
  organisation:
    words(`organisationcode organisationskod organisation orgkod kommunkod kommunnr kommunnummer knkod
    municipalitycode municipalityid regioncode regionkod länskod lanskod countycode code kod`),
  /** A code when there is no column above, otherwise a name beside the code. */
  place: words('kommun municipality region län county'),
  name: words(
    'namn name kommunnamn municipalityname regionnamn regionname organisationname organisationsnamn',
  ),
  measure: words('measure measurecode mått matt måttkod segregationsmått indikator indicator kpi nyckeltal'),
  year: words('year år ar period tid time'),
  value: words('value värde varde'),
  quality: words('quality kvalitet'),
};

const plain = (name: string) =>
  toNfc(name)
    .toLowerCase()
    .replace(/[\s._-]+/g, '');

/** What the columns of a header are, by their names in any order; `undefined` when rows cannot be read by it. */
export function readHeader(
  header: readonly string[],
  known: MeasureWords,
  mapping: ImportMapping,
): { columns?: CsvColumns; findings: HeaderFinding[] } {
  const findings: HeaderFinding[] = [];
  const names = header.map(plain);
  const places = names.filter((name) => NAMES.organisation.has(name)).length;
  const found = {
    organisation: [] as number[],
    measure: [] as number[],
    year: [] as number[],
    value: [] as number[],
    quality: [] as number[],
  };
  const values: ValueColumn[] = [];
  let recognised = 0;
  const unknown: HeaderFinding[] = [];
  for (const [at, name] of names.entries()) {
    const written = header[at]!.trim();
    const [measure, ...more] = known.find(written);
    const isYear = /^(?:19|20)\d\d$/.test(written);
    recognised += 1;
    if (NAMES.organisation.has(name) || (NAMES.place.has(name) && places === 0)) found.organisation.push(at);
    else if (NAMES.measure.has(name)) found.measure.push(at);
    else if (NAMES.year.has(name)) found.year.push(at);
    else if (NAMES.quality.has(name)) found.quality.push(at);
    else if (NAMES.value.has(name)) found.value.push(at);
    else if (measure && more.length === 0) values.push({ at, measure, year: null });
    else if (isYear) values.push({ at, measure: null, year: Number(written) });
    else {
      recognised -= 1;
      const isAside = NAMES.name.has(name) || NAMES.place.has(name) || name === '';
      if (!isAside) unknown.push({ code: 'unknownColumn', data: { column: excerpt(written) } });
    }
  }
  // The first line of a file without names is a row.
  if (recognised === 0 || /^=?"?\d+"?$/.test(header[0]!.trim()))
    return { findings: [{ code: 'headerMissing', data: {} }] };
  findings.push(...unknown);
  for (const [column, all] of Object.entries(found))
    if (all.length > 1) findings.push({ code: 'columnTwice', data: { column } });
  const isFatal = findings.length > unknown.length;

  const [only, ...others] = known.chosen;
  const fixed = only && others.length === 0 ? only : null;
  const year = found.year[0] ?? null;
  const measure = found.measure[0] ?? null;
  for (const at of found.value) values.push({ at, measure: null, year: null });
  const complete = values.map((column) => ({
    ...column,
    measure: column.measure ?? (measure === null ? fixed : null),
    year: column.year ?? (year === null ? mapping.year : null),
  }));
  const missing = [
    ...(found.organisation.length === 0 ? ['organisation'] : []),
    ...(measure === null && complete.some((column) => column.measure === null) ? ['measure'] : []),
    ...(year === null && complete.some((column) => column.year === null) ? ['year'] : []),
    ...(values.length === 0 ? ['value'] : []),
  ];
  for (const column of missing) findings.push({ code: 'columnMissing', data: { column } });
  if (isFatal || missing.length > 0) return { findings };
  const count = header.length;
  const columns = {
    count,
    organisation: found.organisation[0]!,
    measure,
    year,
    quality: found.quality[0] ?? null,
    values: complete,
  };
  return { columns, findings };
}
