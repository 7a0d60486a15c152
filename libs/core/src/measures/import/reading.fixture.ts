import { Readable } from 'node:stream';
import type { MeasureDefinition } from '#domain/measures/definitions';
import { READ_LIMITS, type ReadLimits } from './file-fault.js';
import { parseImportMapping } from './import-mapping.js';
import type { ImportContext, ImportFormat, ImportRow, RejectedRow } from './import-row.js';
import { readMeasureFile } from './read-measure-file.js';

const measure = (code: string, unit: string): MeasureDefinition => ({
  code,
  unit: unit as MeasureDefinition['unit'],
  name: { sv: code, en: code },
  formula: '',
  source: '',
  direction: 'higherIsMore',
});

/** What the specs read files against. */
export const context = (mapping: unknown = {}): ImportContext => ({
  organisationCodes: new Set(['0180', '0580', '1280', '1480', '01', '05', '12', '14']),
  measures: [
    measure('areaType12Share', 'share'),
    measure('inequalityIndex', 'index'),
    measure('population', 'persons'),
  ],
  years: { from: 2010, to: 2026 },
  mapping: parseImportMapping(mapping),
});

export interface ReadAll {
  format?: ImportFormat | null;
  mapping?: unknown;
  limits?: Partial<ReadLimits>;
  /** Bytes in each piece that arrives. */
  piece?: number;
}

/** The file in pieces, as an upload arrives. */
export function* inPieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function readAll(
  file: string | Buffer,
  { format = null, mapping, limits, piece = 65_536 }: ReadAll = {},
): Promise<{ rows: ImportRow[]; rejected: RejectedRow[] }> {
  const all: { rows: ImportRow[]; rejected: RejectedRow[] } = { rows: [], rejected: [] };
  const source = Readable.from(inPieces(Buffer.from(file as string), piece), { objectMode: false });
  const take = (row: ImportRow) => void all.rows.push({ ...row });
  const pieces = readMeasureFile(source, format, context(mapping), take, { ...READ_LIMITS, ...limits });
  for await (const rejected of pieces) all.rejected.push(...rejected);
  return all;
}

/** Rows as short texts: `2 0180 areaType12Share 2022 0.1`. */
export const short = (rows: readonly ImportRow[]): string[] =>
  rows.map(({ line, organisationCode, measureCode, year, value }) =>
    [line, organisationCode, measureCode, year, String(value)].join(' '),
  );

/** Rejections as `line code`. */
export const told = (rejected: readonly RejectedRow[]): string[] =>
  rejected.map(({ line, code }) => `${line} ${code}`);
