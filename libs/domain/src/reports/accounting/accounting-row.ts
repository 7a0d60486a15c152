import { excerpt } from '../../shared/excerpt.js';
import type { Finding } from '../../shared/finding.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Ore } from './ore.js';

/** What a row is tagged with, as a project: SIE numbers its dimensions, a list of rows has one without a number. */
export interface AccountingObject {
  dimension: string;
  object: string;
}

/** One booked row. Debit is positive, so that a cost is. */
export interface AccountingRow {
  /** From 1, in the file. */
  line: number;
  date: LocalDate;
  account: string;
  objects: readonly AccountingObject[];
  amount: Ore;
  text: string;
}

/** What a file says, and every line of it that cannot be taken. */
export interface ReadAccounting {
  rows: AccountingRow[];
  findings: Finding[];
  /** Who keeps the books, where the file tells. */
  company: { name: string | null; number: string | null };
  verificationCount: number;
}

/** Something about one line of the file, with no more of its words than is read: each of them may be as long as the file. */
export function lineFinding(code: string, line: number, data: Record<string, unknown> = {}): Finding {
  const told = Object.entries(data).map(([name, fact]) => [
    name,
    typeof fact === 'string' ? excerpt(fact) : fact,
  ]);
  const facts = Object.fromEntries(told) as Record<string, unknown>;
  return { code, outcome: 'notMet', citation: null, path: `file:${line}`, data: { line, ...facts } };
}
