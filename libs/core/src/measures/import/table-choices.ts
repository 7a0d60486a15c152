import type { Chosen } from './measure-words.js';
import type { RowGate } from './row-gate.js';
import { excerpt } from '#domain/shared/excerpt';

export interface TableDimension {
  code: string;
  role: 'place' | 'time' | 'other';
}

interface Told {
  region: string | null;
  time: string | null;
}

const PLACES = ['region', 'kommun', 'municipality'];
const TIMES = ['tid', 'time', 'år', 'year'];

/** Which dimension of an SCB table is place and which time: as the mapping, the file or their usual names say. */
export function tellDimensions(
  codes: readonly string[],
  told: Told,
  file: { geo?: string; time?: string },
  gate: RowGate,
): TableDimension[] | undefined {
  const named = (names: readonly string[]) => codes.find((code) => names.includes(code.toLowerCase()));
  const place = told.region ?? file.geo ?? named(PLACES);
  const time = told.time ?? file.time ?? named(TIMES);
  const isPlace = place !== undefined && codes.includes(place);
  // A file or a mapping may name one dimension as both.
  const isTime = time !== undefined && codes.includes(time) && time !== place;
  const known = codes.map(excerpt);
  if (!isPlace) gate.reject(gate.line, 'dimensionMissing', { dimension: 'place', known });
  if (!isTime) gate.reject(gate.line, 'dimensionMissing', { dimension: 'time', known });
  if (!isPlace || !isTime) return undefined;
  return codes.map((code) => ({ code, role: code === place ? 'place' : code === time ? 'time' : 'other' }));
}

/** The measures that a contents of an SCB table is; tells when it is none, or asks for a dimension that is not there. */
export function chooseContents(
  contents: string | null,
  isOnly: boolean,
  dimensions: readonly TableDimension[],
  gate: RowGate,
): Chosen[] {
  const byCode = contents === null ? [] : gate.words.find(contents);
  const found =
    byCode.length > 0 || !isOnly ? byCode : gate.words.chosen.filter(({ choice }) => choice.code === null);
  if (found.length === 0) gate.reject(gate.line, 'unknownMeasure', { code: excerpt(contents ?? '') });
  return found.filter(({ choice }) => {
    const absent = Object.keys(choice.where).filter(
      (code) => !dimensions.some((dimension) => dimension.code === code && dimension.role === 'other'),
    );
    for (const dimension of absent)
      gate.reject(gate.line, 'dimensionNotFound', { dimension: excerpt(dimension), measure: choice.measure });
    return absent.length === 0;
  });
}
