import type { Quality } from '#domain/applications/facts';
import { isStreamSafe, toNfc } from '#domain/shared/nfc';
import { Invalid, type Problem } from '#platform/errors';
import { excerpt } from '#domain/shared/excerpt';

/** Which values of a file are which measure of ours. */
export interface MeasureChoice {
  /** Our code of the measure. */
  measure: string;
  /** The file's word for it: contents code (SCB), kpi (Kolada), name in a column or of a column (CSV). `null`: our own code, or the table's only contents. */
  code: string | null;
  /** Kolada: all, women or men. */
  gender: 'T' | 'K' | 'M';
  /** SCB: the category chosen in each dimension that is not place, time or contents, as `{ "Kon": "TotSa" }`. */
  where: Readonly<Record<string, string>>;
  /** The file gives percent and the measure is a share: values are divided by 100. Told, never guessed. */
  percent: boolean;
}

/** How a file's words become ours. With `EMPTY_MAPPING` the file must use our own codes. */
export interface ImportMapping {
  measures: readonly MeasureChoice[];
  /** The dimension of places and that of time in an SCB answer; `null`: as its roles say, or `Region` and `Tid`. */
  region: string | null;
  time: string | null;
  /** Which part of a year stands for the year, as `M12` or `K4`; other parts are left out. `null`: only whole years. */
  period: string | null;
  /** The year of every row of a CSV file that has no column for it. */
  year: number | null;
  /** The quality of values that do not carry their own. */
  quality: Quality;
  /** Places that are left out rather than rejected, such as the whole country. `00` (SCB) and `0000` (Kolada) always are. */
  leaveOut: readonly string[];
}

export const EMPTY_MAPPING: ImportMapping = {
  measures: [],
  region: null,
  time: null,
  period: null,
  year: null,
  quality: 'official',
  leaveOut: [],
};

const LIMITS = { text: 200, measures: 200, where: 20, leaveOut: 1_000 };
const QUALITIES: readonly Quality[] = ['official', 'computed', 'proxy'];
const PERIOD = /^(M(0[1-9]|1[0-2])|[KQ][1-4]|H[12])$/;
const YEAR = { min: 1900, max: 2100 };

type Fields = Readonly<Record<string, unknown>>;
type Tell = (path: string, code: string, data?: Record<string, unknown>) => void;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A mapping as it was sent or stored; what is left out is as in `EMPTY_MAPPING`.
 * Throws `Invalid` with every problem, each with its path below `mapping`. `measureCodes` are the codes that exist.
 */
export function parseImportMapping(sent: unknown, measureCodes?: readonly string[]): ImportMapping {
  const problems: Problem[] = [];
  const tell: Tell = (path, code, data) => problems.push({ code, path, ...(data && { data }) });
  const mapping = sent === undefined || sent === null ? EMPTY_MAPPING : readMapping(sent, tell, measureCodes);
  if (problems.length > 0) throw new Invalid(problems);
  return mapping;
}

function readMapping(sent: unknown, tell: Tell, measureCodes?: readonly string[]): ImportMapping {
  if (!isObject(sent)) {
    tell('mapping', 'notObject');
    return EMPTY_MAPPING;
  }
  refuseUnknown(sent, Object.keys(EMPTY_MAPPING), 'mapping', tell);
  const choices = list(sent['measures'], 'mapping.measures', LIMITS.measures, tell);
  const measures = choices.map((choice, index) =>
    readChoice(choice, `mapping.measures[${index}]`, tell, measureCodes),
  );
  const seen = new Set<string>();
  for (const [index, { code, measure, gender, where }] of measures.entries()) {
    const key = JSON.stringify([code ?? measure, gender, Object.entries(where).sort()]);
    if (seen.has(key)) tell(`mapping.measures[${index}]`, 'duplicate');
    seen.add(key);
  }
  const period = optionalText(sent['period'], 'mapping.period', tell);
  if (period !== null && !PERIOD.test(period))
    tell('mapping.period', 'notOneOf', { allowed: ['M01–M12', 'K1–K4', 'Q1–Q4', 'H1–H2'] });
  const year = sent['year'] ?? null;
  if (year !== null && !isYear(year)) tell('mapping.year', 'notYear', YEAR);
  return {
    measures,
    region: optionalText(sent['region'], 'mapping.region', tell),
    time: optionalText(sent['time'], 'mapping.time', tell),
    period,
    year: year as number | null,
    quality: oneOf(sent['quality'], QUALITIES, 'official', 'mapping.quality', tell),
    leaveOut: list(sent['leaveOut'], 'mapping.leaveOut', LIMITS.leaveOut, tell).map((code, index) =>
      requiredText(code, `mapping.leaveOut[${index}]`, tell),
    ),
  };
}

function readChoice(
  sent: unknown,
  path: string,
  tell: Tell,
  measureCodes?: readonly string[],
): MeasureChoice {
  if (!isObject(sent)) tell(path, 'notObject');
  const fields = isObject(sent) ? sent : {};
  refuseUnknown(fields, ['measure', 'code', 'gender', 'where', 'percent'], path, tell);
  const measure = requiredText(fields['measure'], `${path}.measure`, tell);
  if (measureCodes && measure !== '' && !measureCodes.includes(measure))
    tell(`${path}.measure`, 'notOneOf', { allowed: [...measureCodes] });
  const percent = fields['percent'] ?? false;
  if (typeof percent !== 'boolean') tell(`${path}.percent`, 'notBoolean');
  return {
    measure,
    code: optionalText(fields['code'], `${path}.code`, tell),
    gender: oneOf(fields['gender'], ['T', 'K', 'M'] as const, 'T', `${path}.gender`, tell),
    where: readWhere(fields['where'], `${path}.where`, tell),
    percent: percent === true,
  };
}

function readWhere(sent: unknown, path: string, tell: Tell): Record<string, string> {
  if (sent === undefined || sent === null) return {};
  if (!isObject(sent)) {
    tell(path, 'notObject');
    return {};
  }
  const entries = Object.entries(sent);
  if (entries.length > LIMITS.where) tell(path, 'tooMany', { max: LIMITS.where });
  return Object.fromEntries(
    entries.slice(0, LIMITS.where).map(([dimension, category]) => {
      const name = `${path}.${excerpt(dimension)}`;
      return [requiredText(dimension, name, tell), requiredText(category, name, tell)];
    }),
  );
}

function refuseUnknown(fields: Fields, known: readonly string[], path: string, tell: Tell): void {
  for (const name of Object.keys(fields))
    if (!known.includes(name)) tell(`${path}.${excerpt(name)}`, 'unknownField');
}

function list(sent: unknown, path: string, max: number, tell: Tell): readonly unknown[] {
  if (sent === undefined || sent === null) return [];
  if (!Array.isArray(sent)) tell(path, 'notList');
  else if (sent.length > max) tell(path, 'tooMany', { max });
  else return sent;
  return [];
}

function requiredText(sent: unknown, path: string, tell: Tell): string {
  if (sent === undefined || sent === null || sent === '') tell(path, 'required');
  else if (typeof sent !== 'string') tell(path, 'notText');
  else if (sent.length > LIMITS.text) tell(path, 'tooLong', { max: LIMITS.text });
  else if (sent.includes('\0') || !sent.isWellFormed() || !isStreamSafe(sent)) tell(path, 'malformedText');
  else return toNfc(sent);
  return '';
}

function optionalText(sent: unknown, path: string, tell: Tell): string | null {
  return sent === undefined || sent === null ? null : requiredText(sent, path, tell);
}

function oneOf<T extends string>(
  sent: unknown,
  allowed: readonly T[],
  otherwise: T,
  path: string,
  tell: Tell,
): T {
  if (sent === undefined || sent === null) return otherwise;
  const found = allowed.find((value) => value === sent);
  if (found === undefined) tell(path, 'notOneOf', { allowed: [...allowed] });
  return found ?? otherwise;
}

function isYear(sent: unknown): boolean {
  return Number.isInteger(sent) && Number(sent) >= YEAR.min && Number(sent) <= YEAR.max;
}
