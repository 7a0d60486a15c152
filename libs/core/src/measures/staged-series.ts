import type { Quality } from '#domain/applications/facts';
import {
  ARRAY_BYTES,
  COPY_END,
  COPY_START,
  copyInteger,
  copyRow,
  copyText,
  copyUuid,
  DOUBLE_TYPE,
  NUMBER_BYTES,
  UUID_TYPE,
  writeCopyArray,
  writeCopyNumber,
} from '#platform/database';
import type { ImportRow } from './import/import-row.js';

/** Each row is given the data set of the transaction. */
export const STAGED = 'staged_measure_series (measure_code, year, quality, organisation_ids, series_values)';
const COLUMNS = 5;

/** About as many values are held at most: a few megabytes, however large the file is. */
const MOST_HELD = 100_000;
/** What is given at a time, about: each piece has its price on the way to PostgreSQL. */
const PIECE_BYTES = 131_072;

/** A measure and year of one quality. */
interface Series {
  /** Its number, in the order they were met. */
  number: number;
  /** What stands before the values in each row of it. */
  head: Buffer;
}

/**
 * Values as COPY takes them, gathered into series: a measure and year is one row with an array, not a row for each
 * organisation. What is held is bounded; of a large file a series becomes several rows.
 */
export class StagedSeries {
  readonly start = COPY_START;
  readonly end = COPY_END;
  /** How many values there were. */
  count = 0;
  private readonly ids: readonly Buffer[];
  /** By code, the place of the id. */
  private readonly places: ReadonlyMap<string, number>;
  private readonly all: Series[] = [];
  private readonly series = new Map<Quality, Map<string, Map<number, Series>>>();
  private readonly held = new HeldValues();

  /** `organisations`: ids by code, of all that a row can have. */
  constructor(organisations: ReadonlyMap<string, string>) {
    this.ids = [...organisations.values()].map(copyUuid);
    this.places = new Map([...organisations.keys()].map((code, place) => [code, place]));
  }

  add(row: ImportRow): void {
    this.held.add(this.seriesOf(row).number, this.places.get(row.organisationCode)!, row.value ?? NaN);
    this.count += 1;
  }

  /** Time to flush. */
  get isFull(): boolean {
    return this.held.count >= MOST_HELD;
  }

  /** What is held, which is held no more. */
  *flush(): Generator<Buffer> {
    const { held, ids } = this;
    const order = held.bySeries(this.all.length);
    let rows: Buffer[] = [];
    let bytes = 0;
    for (let from = 0, to = 0; from < order.length; from = to) {
      const number = held.series[order[from]!]!;
      while (to < order.length && held.series[order[to]!] === number) to += 1;
      const row = encode(this.all[number]!, order.subarray(from, to), held, ids);
      rows.push(row);
      bytes += row.length;
      if (bytes < PIECE_BYTES && to < order.length) continue;
      yield Buffer.concat(rows);
      [rows, bytes] = [[], 0];
    }
    held.count = 0;
  }

  private seriesOf({ quality, measureCode, year }: ImportRow): Series {
    let measures = this.series.get(quality);
    if (!measures) this.series.set(quality, (measures = new Map()));
    let years = measures.get(measureCode);
    if (!years) measures.set(measureCode, (years = new Map()));
    let series = years.get(year);
    if (!series) {
      const head = [copyRow(COLUMNS), copyText(measureCode), copyInteger(year), copyText(quality)];
      series = { number: this.all.length, head: Buffer.concat(head) };
      years.set(year, series);
      this.all.push(series);
    }
    return series;
  }
}

/** Values in the order they came, as numbers side by side: a million small objects would be work to clear away. */
class HeldValues {
  count = 0;
  series = new Uint32Array(MOST_HELD);
  places = new Uint32Array(MOST_HELD);
  /** `NaN` where there is none. */
  values = new Float64Array(MOST_HELD);

  add(series: number, place: number, value: number): void {
    if (this.count === this.values.length) this.grow();
    this.series[this.count] = series;
    this.places[this.count] = place;
    this.values[this.count] = value;
    this.count += 1;
  }

  /** Their positions series by series, each in the order it came. `seriesCount` is above every series' number. */
  bySeries(seriesCount: number): Uint32Array {
    const next = new Uint32Array(seriesCount + 1);
    for (let at = 0; at < this.count; at += 1) next[this.series[at]! + 1]! += 1;
    for (let series = 1; series < seriesCount; series += 1) next[series]! += next[series - 1]!;
    const order = new Uint32Array(this.count);
    for (let at = 0; at < this.count; at += 1) {
      const series = this.series[at]!;
      order[next[series]!] = at;
      next[series]! += 1;
    }
    return order;
  }

  /** One piece of a file may hold more than is usually held. */
  private grow(): void {
    const [{ series, places, values }, size] = [this, this.count * 2];
    this.series = new Uint32Array(size);
    this.places = new Uint32Array(size);
    this.values = new Float64Array(size);
    this.series.set(series);
    this.places.set(places);
    this.values.set(values);
  }
}

/** The row of COPY with what is held at `positions`, all of it of one series. */
function encode({ head }: Series, positions: Uint32Array, held: HeldValues, ids: readonly Buffer[]): Buffer {
  const count = positions.length;
  let missing = 0;
  for (const position of positions) if (Number.isNaN(held.values[position])) missing += 1;
  const numbersAt = head.length + ARRAY_BYTES + count * ids[0]!.length;
  const end = numbersAt + ARRAY_BYTES + count * NUMBER_BYTES - missing * VALUE_BYTES;
  const bytes = Buffer.allocUnsafe(end);
  head.copy(bytes);
  let at = writeCopyArray(bytes, head.length, numbersAt, UUID_TYPE, count);
  for (const position of positions) {
    const id = ids[held.places[position]!]!;
    bytes.set(id, at);
    at += id.length;
  }
  at = writeCopyArray(bytes, numbersAt, end, DOUBLE_TYPE, count);
  for (const position of positions) {
    const value = held.values[position]!;
    at = writeCopyNumber(bytes, at, Number.isNaN(value) ? null : value);
  }
  return bytes;
}

/** Which a null does without. */
const VALUE_BYTES = 8;
