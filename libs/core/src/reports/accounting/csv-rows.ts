import {
  lineFinding,
  type AccountingObject,
  type ReadAccounting,
} from '#domain/reports/accounting/accounting-row';
import { parseWrittenOre, type Ore } from '#domain/reports/accounting/ore';
import { isLocalDate, type LocalDate } from '#domain/shared/local-date';
import { CsvRecords, tellDelimiter } from '#platform/csv';

/** What a list of booked rows may have columns for. A sum stands in `amount`, or in `debit` and `credit`. */
export const CSV_FIELDS = [
  'date',
  'account',
  'amount',
  'debit',
  'credit',
  'object',
  'verification',
  'text',
] as const;
export type CsvField = (typeof CSV_FIELDS)[number];
/** The name of a column in the file, by field. */
export type CsvColumns = Partial<Record<CsvField, string>>;

/** The dimension that a list's one column of objects stands for. */
export const CSV_DIMENSION = 'csv';

const USUAL: Record<CsvField, readonly string[]> = {
  date: ['datum', 'bokföringsdatum', 'bokf.datum', 'transaktionsdatum', 'date'],
  account: ['konto', 'kontonr', 'kontonummer', 'account'],
  amount: ['belopp', 'summa', 'amount'],
  debit: ['debet', 'debit'],
  credit: ['kredit', 'credit'],
  object: ['objekt', 'projekt', 'projektnr', 'object', 'project'],
  verification: ['verifikation', 'verifikationsnr', 'vernr', 'ver.nr', 'ver', 'verification'],
  text: ['text', 'beskrivning', 'benämning', 'description'],
};

type Places = Partial<Record<CsvField, number>>;

function findPlaces(header: readonly string[], columns: CsvColumns): Places {
  const names = header.map((name) =>
    name
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  );
  const places: Places = {};
  for (const field of CSV_FIELDS) {
    const wanted = columns[field] === undefined ? USUAL[field] : [columns[field].trim().toLowerCase()];
    const place = names.findIndex((name) => wanted.includes(name));
    if (place !== -1) places[field] = place;
  }
  return places;
}

function missingOf(places: Places): string[] {
  const hasSum = places.amount !== undefined || places.debit !== undefined || places.credit !== undefined;
  return [
    ...(['date', 'account'] as const).filter((field) => places[field] === undefined),
    ...(hasSum ? [] : ['amount']),
  ];
}

/** `2027-03-31` and `20270331`. */
function readDate(text: string): LocalDate | undefined {
  const plain = text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return isLocalDate(plain) ? plain : undefined;
}

/** Debit less credit; an empty one is nought, but not both. */
function readSum(of: (field: CsvField) => string, places: Places): Ore | undefined {
  if (places.amount !== undefined) return parseWrittenOre(of('amount'));
  const [debit, credit] = [of('debit'), of('credit')];
  if (debit === '' && credit === '') return undefined;
  const [plus, minus] = [debit || '0', credit || '0'].map(parseWrittenOre);
  return plus === undefined || minus === undefined ? undefined : plus - minus;
}

/**
 * The rows of a list of booked rows, with a header line. It is a cut out of the books, so that its verifications need not
 * balance. The delimiter is told from the header. Every line that cannot be read is told.
 */
export function readCsvRows(text: string, columns: CsvColumns = {}): ReadAccounting {
  const read: ReadAccounting = {
    rows: [],
    findings: [],
    company: { name: null, number: null },
    verificationCount: 0,
  };
  const tell = (code: string, line: number, data: Record<string, unknown> = {}) =>
    read.findings.push(lineFinding(code, line, data));
  const verifications = new Set<string>();
  let places: Places | undefined;

  const record = (fields: string[], line: number) => {
    if (!places) {
      places = findPlaces(fields, columns);
      const missing = missingOf(places);
      if (missing.length > 0) tell('accountingColumnsMissing', line, { missing });
      return;
    }
    const known = places;
    if (missingOf(known).length > 0 || fields.every((field) => field.trim() === '')) return;
    const of = (field: CsvField) => (fields[known[field] ?? -1] ?? '').trim();
    const [date, account, amount] = [readDate(of('date')), of('account'), readSum(of, known)];
    const isAccount = /^\d{1,10}$/.test(account);
    if (!date) tell('accountingDateInvalid', line, { date: of('date') });
    if (!isAccount) tell('accountInvalid', line, { account });
    if (amount === undefined)
      tell('accountingAmountInvalid', line, { amount: of('amount') || of('debit') || of('credit') });
    if (of('verification') !== '') verifications.add(of('verification'));
    if (!date || !isAccount || amount === undefined) return;
    const objects: AccountingObject[] =
      of('object') === '' ? [] : [{ dimension: CSV_DIMENSION, object: of('object') }];
    read.rows.push({ line, date, account, objects, amount, text: of('text') });
  };
  const records = new CsvRecords({
    delimiter: tellDelimiter(text.split(/\r|\n/, 1)[0]!),
    record,
    fault: (fault, line) => void tell('csvLineUnreadable', line, { fault }),
  });
  records.write(text);
  records.end();
  read.verificationCount = verifications.size;
  return read;
}
