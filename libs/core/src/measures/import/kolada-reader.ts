import type { JsonHandler, JsonPath, JsonScalar } from '#platform/json';
import { excerpt } from '#domain/shared/excerpt';
import { NumberReader } from './number-reader.js';
import type { RowGate } from './row-gate.js';

/** More genders than there can be. */
const MOST_VALUES = 100;

type Fields = Record<string, JsonScalar>;

/** What a page says of itself, and how many values it has. `count` is of the page, or of all pages of the answer. */
interface Page {
  values: number;
  count: number | null;
  next: JsonScalar;
}

/** Kolada v3: `{ values: [{ kpi, municipality, period, values: [{ gender, count, status, value }] }], next_url, count }`. */
export class KoladaReader implements JsonHandler {
  private group: Fields = {};
  private values: Fields[] = [];
  private line = 0;
  private page: Page = { values: 0, count: null, next: null };
  /** The pages of one answer, up to the one that is its last. */
  private pages: Page[] = [];
  private readonly numbers = new NumberReader('.');

  constructor(private readonly gate: RowGate) {}

  start(path: JsonPath, kind: '{' | '['): void {
    if (path.length === 0) this.page = { values: 0, count: null, next: null };
    if (kind !== '{' || path[0] !== 'values') return;
    if (path.length === 2) [this.group, this.values] = [{}, []];
    if (path.length === 4 && path[2] === 'values' && this.values.length < MOST_VALUES) this.values.push({});
  }

  value(path: JsonPath, value: JsonScalar): void {
    if (path.length === 1 && path[0] === 'next_url' && value !== '') this.page.next = value;
    if (path.length === 1 && path[0] === 'count' && typeof value === 'number') this.page.count = value;
    if (path[0] !== 'values') return;
    if (path.length === 3 && GROUP.has(String(path[2]))) this.group[path[2]!] = value;
    if (path.length === 5 && path[2] === 'values' && VALUE.has(String(path[4])))
      this.values.at(-1)![path[4]!] = value;
  }

  end(path: JsonPath, kind: '{' | '['): void {
    if (path.length === 0) this.turnPage();
    if (kind !== '{' || path.length !== 2 || path[0] !== 'values') return;
    this.page.values += 1;
    if (!this.gate.isClosed) this.read();
  }

  /** An answer whose last page says that another follows is not whole. */
  finish(): void {
    if (this.pages.length > 0) this.gate.reject(this.gate.line, 'pagesMissing');
  }

  private turnPage(): void {
    this.pages.push(this.page);
    if (this.page.next !== null) return;
    const all = this.pages.reduce((sum, { values }) => sum + values, 0);
    for (const { count, values } of this.pages)
      if (count !== null && count !== values && count !== all)
        this.gate.reject(this.gate.line, 'wrongPageCount', { found: values, expected: count });
    this.pages = [];
  }

  private read(): void {
    const { gate, group } = this;
    const line = this.line + 1;
    gate.line = line;
    // The whole country, which is no recipient.
    gate.leaveOut('0000');
    const kpi = String(group['kpi'] ?? '');
    const named = gate.words.find(kpi);
    if (named.length === 0)
      gate.reject(line, kpi === '' ? 'measureMissing' : 'unknownMeasure', { code: excerpt(kpi) });
    const place = gate.place(line, this.municipality());
    const year = gate.year(line, String(group['period'] ?? ''));
    for (const { gender, value, isdeleted } of this.values) {
      this.line += 1;
      gate.line = this.line;
      if (isdeleted === true) continue;
      for (const chosen of named) {
        if (chosen.choice.gender !== (gender ?? 'T')) continue;
        const written = typeof value === 'boolean' ? String(value) : (value ?? null);
        const read = gate.value(this.line, chosen, written, this.numbers);
        if (place && year !== undefined && read !== undefined) gate.add(this.line, place, chosen, year, read);
      }
    }
    if (this.values.length === 0) this.line += 1;
  }

  /** Kolada writes the code of a region with two zeros before it. */
  private municipality(): string {
    const code = String(this.group['municipality'] ?? '');
    return /^00\d\d$/.test(code) && !this.gate.knows(code) && this.gate.knows(code.slice(2))
      ? code.slice(2)
      : code;
  }
}

const GROUP = new Set(['kpi', 'municipality', 'period']);
const VALUE = new Set(['gender', 'value', 'isdeleted']);
