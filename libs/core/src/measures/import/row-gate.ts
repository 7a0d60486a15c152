import type { Quality } from '#domain/applications/facts';
import { excerpt } from '#domain/shared/excerpt';
import type { ImportContext, ImportRow, RejectedRow, RejectionCode, TakeRow } from './import-row.js';
import type { MeasureChoice } from './import-mapping.js';
import { MeasureWords, type Chosen } from './measure-words.js';
import type { NumberReader } from './number-reader.js';

/** An organisation that a row can have, as it is known: there is one of it however often it is read. */
export interface Place {
  code: string;
  /** Among all organisations. */
  position: number;
}

/** How the agencies mark that there is no value. */
const MISSING = new Set(['', '.', '..', '...', '…']);
const MOST_YEARS = 1_000;
const PART_OF_YEAR = /^\d{4}(?:M\d\d|[KQ][1-4]|H[12])$/;

/**
 * Lets through what can be loaded and tells of the rest, everything that is wrong with a row at once.
 * The methods that read a word answer `undefined` when they have told of it, or when it is to be left out.
 */
export class RowGate {
  readonly words: MeasureWords;
  /** Where the reader is, for what is told of the file as a whole. */
  line = 1;
  /** Nothing more is to be read. */
  isClosed = false;
  private told: RejectedRow[] = [];
  private rejected = 0;
  private seen = 0;
  /** Words that were read as a year: most files have few. */
  private readonly years = new Map<string, number>();
  private readonly matched = new Set<Chosen>();
  private readonly places: ReadonlyMap<string, Place>;
  private readonly leftOut: Set<string>;
  /** By measure and year, the line of each organisation: what a file may hold is known, so memory is too. */
  private readonly lines = new Map<number, Uint32Array>();
  /** Given away again and again: a new one for each of a million rows is work to make and to clear away. */
  private readonly row = {} as ImportRow;

  constructor(
    private readonly context: ImportContext,
    private readonly takeRow: TakeRow,
    private readonly limit: number,
  ) {
    this.words = new MeasureWords(context.measures, context.mapping.measures);
    const codes = [...context.organisationCodes];
    this.places = new Map(codes.map((code, position) => [code, { code, position }]));
    this.leftOut = new Set(context.mapping.leaveOut);
  }

  reject(line: number, code: RejectionCode, data: Record<string, unknown> = {}): undefined {
    if (this.isClosed) return;
    this.rejected += 1;
    this.told.push({ line, code, data });
    if (this.rejected < this.limit) return;
    this.told.push({ line, code: 'tooManyRejected', data: { max: this.limit } });
    this.isClosed = true;
  }

  knows(code: string): boolean {
    return this.places.has(code);
  }

  leaveOut(code: string): void {
    if (!this.places.has(code)) this.leftOut.add(code);
  }

  /** An organisation by its code. `0180 Stockholm` and `="0180"` are how SCB and Excel write codes in tables. */
  place(line: number, written: string): Place | undefined {
    this.seen += 1;
    return this.places.get(written) ?? this.readPlace(line, written);
  }

  private readPlace(line: number, written: string): Place | undefined {
    const word = written.trim();
    const code = /^="(\d+)"$/.exec(word)?.[1] ?? /^(\d{4}|\d\d)\s+\p{L}/u.exec(word)?.[1] ?? word;
    const place = this.places.get(code);
    if (place) return place;
    if (this.leftOut.has(code)) return undefined;
    if (code === '') return this.reject(line, 'organisationMissing');
    const meant = /^(\d|\d{3})$/.test(code) ? `0${code}` : undefined;
    if (meant !== undefined && this.places.has(meant))
      return this.reject(line, 'lostLeadingZero', { code, meant });
    return this.reject(line, 'unknownOrganisation', { code: excerpt(code) });
  }

  year(line: number, written: string): number | undefined {
    return this.years.get(written) ?? this.readYear(line, written);
  }

  private readYear(line: number, written: string): number | undefined {
    const word = written.trim();
    const { period } = this.context.mapping;
    const { from, to } = this.context.years;
    if (PART_OF_YEAR.test(word)) {
      if (period === null) return this.reject(line, 'partOfYear', { period: word });
      if (word.slice(4) !== period) return undefined;
    } else if (!/^\d{4}$/.test(word)) return this.reject(line, 'notYear', { year: excerpt(word) });
    const year = Number(word.slice(0, 4));
    if (year >= from && year <= to) {
      if (written.length <= 8 && this.years.size < MOST_YEARS) this.years.set(written, year);
      return year;
    }
    return this.reject(line, 'wrongYear', { year: String(year), from: String(from), to: String(to) });
  }

  quality(line: number, written: string): Quality | undefined {
    const word = written.trim().toLowerCase();
    if (word === '') return this.context.mapping.quality;
    return QUALITIES.get(word) ?? this.reject(line, 'unknownQuality', { quality: excerpt(word) });
  }

  /** A value in the unit of the measure; `null` where the file marks that there is none. */
  value(
    line: number,
    { choice, isShare, isWhole }: Chosen,
    written: string | number | null,
    numbers: NumberReader,
  ): number | null | undefined {
    if (written === null) return null;
    const plain = typeof written === 'string' ? numbers.readPlain(written) : undefined;
    if (plain !== undefined && !choice.percent && !(isShare && plain > 1)) return plain;
    const word = typeof written === 'number' ? '' : written.trim();
    if (typeof written === 'string' && MISSING.has(word)) return null;
    const hasSign = word.endsWith('%');
    if (hasSign && isShare && !choice.percent)
      return this.refuse(line, choice, written, 'percentInsteadOfShare');
    const read =
      typeof written === 'number'
        ? written
        : numbers.read(hasSign && choice.percent ? word.slice(0, -1).trim() : word, isWhole);
    if (typeof read === 'string') return this.refuse(line, choice, written, read);
    if (!Number.isFinite(read)) return this.refuse(line, choice, written, 'notANumber');
    if (read < 0) return this.refuse(line, choice, written, 'negativeValue');
    const value = choice.percent ? read / 100 : read;
    if (isShare && value > 1)
      return this.refuse(
        line,
        choice,
        written,
        choice.percent ? 'aboveHundredPercent' : 'percentInsteadOfShare',
      );
    return value;
  }

  private refuse(
    line: number,
    { measure }: MeasureChoice,
    written: string | number,
    code: RejectionCode,
  ): undefined {
    return this.reject(line, code, {
      value: typeof written === 'number' ? String(written) : excerpt(written.trim()),
      measure,
    });
  }

  add(
    line: number,
    place: Place,
    chosen: Chosen,
    year: number,
    value: number | null,
    quality = this.context.mapping.quality,
  ): void {
    const key = chosen.index * 10_000 + year;
    let lines = this.lines.get(key);
    if (!lines) this.lines.set(key, (lines = new Uint32Array(this.places.size)));
    const first = lines[place.position]!;
    if (first !== 0)
      return this.reject(line, 'duplicateRow', {
        firstLine: first,
        code: place.code,
        measure: chosen.choice.measure,
        year: String(year),
      });
    lines[place.position] = line;
    this.matched.add(chosen);
    const { row } = this;
    row.line = line;
    row.organisationCode = place.code;
    row.measureCode = chosen.choice.measure;
    row.year = year;
    row.value = value;
    row.quality = quality;
    this.takeRow(row);
  }

  /** When all is read: a file without values, and choices of the mapping that nothing in the file was. */
  finish(): void {
    if (this.isClosed) return;
    if (this.rejected === 0 && this.matched.size === 0)
      this.reject(this.line, this.seen === 0 ? 'noRows' : 'nothingChosen');
    else if (this.rejected === 0)
      for (const each of this.words.chosen)
        if (!this.matched.has(each))
          this.reject(this.line, 'choiceNotFound', {
            measure: each.choice.measure,
            code: each.choice.code ?? each.choice.measure,
          });
  }

  /** What was rejected since it was last asked. */
  takeRejected(): RejectedRow[] {
    const { told } = this;
    if (told.length > 0) this.told = [];
    return told;
  }
}

const QUALITIES = new Map<string, Quality>([
  ['official', 'official'],
  ['officiell', 'official'],
  ['officiellt', 'official'],
  ['computed', 'computed'],
  ['beräknad', 'computed'],
  ['beräknat', 'computed'],
  ['proxy', 'proxy'],
  ['närmevärde', 'proxy'],
]);
