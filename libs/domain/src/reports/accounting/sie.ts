import { excerpt } from '../../shared/excerpt.js';
import { isLocalDate, type LocalDate } from '../../shared/local-date.js';
import { lineFinding, type ReadAccounting } from './accounting-row.js';
import { formatOre, parseOre, type Ore } from './ore.js';
import { readObjects, readSieLine, type SieLine } from './sie-line.js';

/** `20270131` as a day that exists. */
function readDate(field: string | string[] | undefined): LocalDate | undefined {
  const match = typeof field === 'string' ? /^(\d{4})(\d{2})(\d{2})$/.exec(field) : null;
  const date = match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
  return isLocalDate(date) ? date : undefined;
}

const isText = (field: string | string[] | undefined): field is string => typeof field === 'string';
const textOf = (field: string | string[] | undefined): string => (isText(field) ? field : '');

interface Verification {
  name: string;
  line: number;
  date: LocalDate | undefined;
  isOpen: boolean;
  /** `undefined` once a row of it could not be read: then nothing is said of its balance. */
  sum: Ore | undefined;
}

/** Reads line by line; knows which verification it is in. */
class SieReader {
  readonly read: ReadAccounting = {
    rows: [],
    findings: [],
    company: { name: null, number: null },
    verificationCount: 0,
  };
  private type: string | undefined;
  private verification: Verification | undefined;

  take(text: string, line: number): void {
    const bare = text.trim();
    if (bare === '') return;
    if (bare === '{') return this.open(line);
    if (bare === '}') return this.close(line);
    const read = readSieLine(text);
    if (typeof read === 'string') {
      if (this.verification) this.verification.sum = undefined;
      this.tell('sieLineUnreadable', line, { fault: read });
    } else this.takeLine(read, line);
  }

  end(): void {
    if (this.verification) this.tell('verificationNotClosed', this.verification.line, this.named());
    if (this.type !== '4') this.tell('notSieType4', 1, { type: this.type ?? null });
    // A row may be told of after the verification that it stands in.
    this.read.findings.sort((a, b) => (a.data['line'] as number) - (b.data['line'] as number));
  }

  private takeLine({ label, fields }: SieLine, line: number): void {
    const { company } = this.read;
    if (label === '#SIETYP') this.type = textOf(fields[0]);
    else if (label === '#FNAMN') company.name = excerpt(textOf(fields[0])) || null;
    else if (label === '#ORGNR') company.number = excerpt(textOf(fields[0])) || null;
    else if (label === '#VER') this.begin(fields, line);
    // #BTRANS was struck out; #RTRANS is followed by the same row as #TRANS, for programs that do not know it.
    else if (label === '#TRANS') this.takeRow(fields, line);
  }

  private begin(fields: SieLine['fields'], line: number): void {
    if (this.verification) this.tell('verificationNotClosed', this.verification.line, this.named());
    const name = [fields[0], fields[1]].map(textOf).filter(Boolean).join(' ') || '–';
    const date = readDate(fields[2]);
    this.verification = { name, line, date, isOpen: false, sum: 0 };
    this.read.verificationCount += 1;
    if (!date) this.tell('accountingDateInvalid', line, { date: textOf(fields[2]) });
  }

  private open(line: number): void {
    if (!this.verification || this.verification.isOpen) this.tell('braceUnexpected', line);
    else this.verification.isOpen = true;
  }

  private close(line: number): void {
    if (!this.verification?.isOpen) return this.tell('braceUnexpected', line);
    const { sum, line: begins } = this.verification;
    if (sum !== undefined && sum !== 0)
      this.tell('verificationUnbalanced', begins, { ...this.named(), difference: formatOre(sum) });
    this.verification = undefined;
  }

  private takeRow(fields: SieLine['fields'], line: number): void {
    const { verification } = this;
    if (!verification?.isOpen) return this.tell('rowOutsideVerification', line);
    const account = textOf(fields[0]);
    const objects = readObjects(fields[1]);
    const amount = isText(fields[2]) ? parseOre(fields[2]) : undefined;
    const isOwnDate = isText(fields[3]) && fields[3] !== '';
    const date = isOwnDate ? readDate(fields[3]) : verification.date;
    if (amount === undefined) this.tell('accountingAmountInvalid', line, { amount: textOf(fields[2]) });
    if (!/^\d{1,10}$/.test(account)) this.tell('accountInvalid', line, { account });
    if (!objects) this.tell('objectsInvalid', line);
    if (isOwnDate && !date) this.tell('accountingDateInvalid', line, { date: textOf(fields[3]) });
    const isWhole = amount !== undefined && verification.sum !== undefined;
    verification.sum = isWhole ? verification.sum! + amount : undefined;
    if (amount === undefined || !objects || !date || !/^\d{1,10}$/.test(account)) return;
    this.read.rows.push({ line, date, account, objects, amount, text: textOf(fields[4]) });
  }

  private named(): Record<string, unknown> {
    return { verification: this.verification!.name };
  }

  private tell(code: string, line: number, data: Record<string, unknown> = {}): void {
    this.read.findings.push(lineFinding(code, line, data));
  }
}

/**
 * The rows of a SIE 4 file (SIE-gruppen, SIE filformat utgåva 4B/4C): `#VER` with its `#TRANS` in braces. A row's day is its own, or
 * else its verification's. Every line that cannot be read is told, and every verification whose rows do not come to
 * nought, which is what double entry means. Amounts in öre.
 */
export function readSie(text: string): ReadAccounting {
  const reader = new SieReader();
  text.split(/\r\n|\n|\r/).forEach((line, index) => reader.take(line, index + 1));
  reader.end();
  return reader.read;
}

/** Whether a file looks like SIE: the first thing in it is a label. */
export function looksLikeSie(text: string): boolean {
  return /^[\s\ufeff]*#[A-Z]/i.test(text);
}
