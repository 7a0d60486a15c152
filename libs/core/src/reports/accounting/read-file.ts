import type { CostMapping } from '#domain/reports/accounting/cost-mapping';
import { decodeFile, tellEncoding, type FileEncoding } from '#domain/reports/accounting/file-text';
import { MAX_ACCOUNTING_ROWS } from '#domain/reports/accounting/ore';
import type { ReadAccounting } from '#domain/reports/accounting/accounting-row';
import { looksLikeSie, readSie } from '#domain/reports/accounting/sie';
import { DomainError, Invalid } from '#platform/errors';
import { readCsvRows, type CsvColumns } from './csv-rows.js';

export const ACCOUNTING_FORMATS = ['sie', 'csv'] as const;
export type AccountingFormat = (typeof ACCOUNTING_FORMATS)[number];

/** A row of SIE stands in a verification, which takes three lines more; lists of accounts come on top. */
const MOST_LINES = 5 * MAX_ACCOUNTING_ROWS;

/** How a file's accounts become kinds of cost, and for a list of rows what its columns are called. */
export interface AccountingMapping extends CostMapping {
  columns: CsvColumns | null;
}

export interface AccountingFile {
  format: AccountingFormat;
  encoding: FileEncoding;
  read: ReadAccounting;
}

/** What is told of a file; the rest is told by its content. */
export interface AskedReading {
  format?: AccountingFormat | undefined;
  encoding?: FileEncoding | undefined;
  columns: CsvColumns | null;
}

/** A file of booked rows. Throws `invalid` where there is no row in it to read, and `tooLarge` where there are too many. */
export function readAccountingFile(bytes: Uint8Array, asked: AskedReading): AccountingFile {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').replace(/^ï»¿/, '');
  const format = asked.format ?? (looksLikeSie(start) ? 'sie' : 'csv');
  const encoding = asked.encoding ?? tellEncoding(bytes, format === 'sie' ? 'cp437' : 'latin1');
  const text = decodeFile(bytes, encoding);
  if (text === undefined || text.includes('\0'))
    throw new Invalid([{ code: 'accountingNotText', path: 'file', data: { encoding } }]);
  // Each line may be one that has to be told of.
  if (hasMoreLines(text, MOST_LINES)) throw new DomainError('tooLarge', { max: MAX_ACCOUNTING_ROWS });
  const read = format === 'sie' ? readSie(text) : readCsvRows(text, asked.columns ?? {});
  if (read.rows.length > MAX_ACCOUNTING_ROWS) throw new DomainError('tooLarge', { max: MAX_ACCOUNTING_ROWS });
  if (read.rows.length === 0 && read.findings.length === 0)
    throw new Invalid([{ code: 'accountingEmpty', path: 'file' }]);
  return { format, encoding, read };
}

/** By either sign that ends a line, as a file may have both. */
function hasMoreLines(text: string, most: number): boolean {
  return ['\n', '\r'].some((newline) => {
    let count = 0;
    for (let at = text.indexOf(newline); at !== -1 && count <= most; at = text.indexOf(newline, at + 1))
      count += 1;
    return count > most;
  });
}
