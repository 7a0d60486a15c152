import { CsvRecords, tellDelimiter, type Delimiter } from '#platform/csv';
import { readHeader, type CsvColumns } from './csv-columns.js';
import { excerpt } from '#domain/shared/excerpt';
import { FileFault } from './file-fault.js';
import type { ImportMapping } from './import-mapping.js';
import type { Chosen } from './measure-words.js';
import { NumberReader } from './number-reader.js';
import type { RowGate } from './row-gate.js';

/** Excel writes and reads a first line that names the separator. */
const SEPARATOR_LINE = /^sep=(.)$/i;
/** A carriage return at the very end may be half of one. */
const NEWLINE = /\r\n|\n|\r(?!$)/;
const LONGEST_HEADER = 65_536;

/** Rows of separated text, one value a row, or a column for each measure or each year. */
export class CsvReader {
  private head = '';
  private line = 1;
  private delimiter: Delimiter | undefined;
  private records: CsvRecords | undefined;
  private columns: CsvColumns | undefined;
  private readonly numbers = new NumberReader();

  constructor(
    private readonly gate: RowGate,
    private readonly mapping: ImportMapping,
  ) {}

  write(text: string): void {
    if (this.records) return this.records.write(text);
    this.head += text;
    for (let next = NEWLINE.exec(this.head); next; next = NEWLINE.exec(this.head)) {
      if (this.begin(this.head.slice(0, next.index))) return;
      this.head = this.head.slice(next.index + next[0].length);
      this.line += 1;
    }
    if (this.head.length > LONGEST_HEADER) throw new FileFault('recordTooLong', {}, this.line);
  }

  end(): void {
    if (!this.records) this.begin(this.head);
    this.records?.end();
    if (!this.records) throw new FileFault('emptyFile');
  }

  /** Begins to read at the first line that says something, and tells whether it has. */
  private begin(line: string): boolean {
    const separator = SEPARATOR_LINE.exec(line.trim())?.[1];
    if (separator !== undefined) this.delimiter = separator as Delimiter;
    if (separator !== undefined || line.trim() === '') return false;
    this.records = new CsvRecords(
      {
        delimiter: this.delimiter ?? tellDelimiter(line),
        record: (fields, at) => this.read(fields, at),
        fault: (code, at) => {
          if (code === 'unclosedQuote') throw new FileFault(code, {}, at);
          this.gate.reject(at, code);
        },
      },
      this.line,
    );
    this.records.write(this.head);
    this.head = '';
    return true;
  }

  private read(fields: string[], line: number): void {
    const { gate, columns } = this;
    if (gate.isClosed) return;
    gate.line = line;
    if (!columns) return this.readHeader(fields, line);
    const isLonger =
      fields.length > columns.count && fields.slice(columns.count).some((field) => field !== '');
    if (fields.length < columns.count || isLonger) {
      if (fields.every((field) => field.trim() === '')) return;
      return gate.reject(line, 'wrongFieldCount', { expected: columns.count, found: fields.length });
    }
    if (fields[columns.organisation] === '' && fields.every((field) => field.trim() === '')) return;
    const place = gate.place(line, fields[columns.organisation]!);
    const measure = columns.measure === null ? null : this.measure(line, fields[columns.measure]!);
    const year = columns.year === null ? null : gate.year(line, fields[columns.year]!);
    const quality =
      columns.quality === null ? this.mapping.quality : gate.quality(line, fields[columns.quality]!);
    for (const column of columns.values) {
      const chosen = column.measure ?? measure;
      const value = chosen ? gate.value(line, chosen, fields[column.at]!, this.numbers) : undefined;
      const at = column.year ?? year;
      if (place && chosen && value !== undefined && at && quality)
        gate.add(line, place, chosen, at, value, quality);
    }
  }

  private measure(line: number, word: string): Chosen | undefined {
    return (
      this.gate.words.find(word)[0] ??
      this.gate.reject(line, word.trim() === '' ? 'measureMissing' : 'unknownMeasure', {
        code: excerpt(word),
      })
    );
  }

  private readHeader(fields: string[], line: number): void {
    const { columns, findings } = readHeader(fields, this.gate.words, this.mapping);
    for (const { code, data } of findings) this.gate.reject(line, code, data);
    this.columns = columns;
    if (!columns) this.gate.isClosed = true;
    // A year that is the name of a column is judged once.
    for (const { year } of columns?.values ?? []) if (year !== null) this.gate.year(line, String(year));
  }
}
