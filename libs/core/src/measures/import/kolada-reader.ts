import type { JsonHandler, JsonPath, JsonScalar } from '#platform/json';
import { excerpt } from './file-fault.js';
import { NumberReader } from './number-reader.js';
import type { RowGate } from './row-gate.js';

/** More genders than there can be. */
const MOST_VALUES = 100;

type Fields = Record<string, JsonScalar>;

/** Kolada v3: `{ values: [{ kpi, municipality, period, values: [{ gender, count, status, value }] }], next_url, count }`. */
export class KoladaReader implements JsonHandler {
  private group: Fields = {};
  private values: Fields[] = [];
  private line = 0;
  private readonly numbers = new NumberReader('.');

  constructor(private readonly gate: RowGate) {}

  start(path: JsonPath, kind: '{' | '['): void {
    if (kind !== '{' || path[0] !== 'values') return;
    if (path.length === 2) [this.group, this.values] = [{}, []];
    if (path.length === 4 && path[2] === 'values' && this.values.length < MOST_VALUES) this.values.push({});
  }

  value(path: JsonPath, value: JsonScalar): void {
    if (path[0] !== 'values') return;
    if (path.length === 3 && GROUP.has(String(path[2]))) this.group[path[2]!] = value;
    if (path.length === 5 && path[2] === 'values' && VALUE.has(String(path[4])))
      this.values.at(-1)![path[4]!] = value;
  }

  end(path: JsonPath, kind: '{' | '['): void {
    if (kind === '{' && path.length === 2 && path[0] === 'values' && !this.gate.isClosed) this.read();
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
    for (const { gender, value, status, isdeleted } of this.values) {
      this.line += 1;
      gate.line = this.line;
      if (isdeleted === true) continue;
      for (const chosen of named) {
        if (chosen.choice.gender !== (gender ?? 'T')) continue;
        const row = gate.value(
          this.line,
          chosen,
          typeof value === 'boolean' ? String(value) : (value ?? null),
          this.numbers,
        );
        if (place === undefined || year === undefined || !row) continue;
        const missing = row.missing === '' && typeof status === 'string' ? excerpt(status) : row.missing;
        gate.add(this.line, place, chosen, year, { value: row.value, missing });
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
const VALUE = new Set(['gender', 'status', 'value', 'isdeleted']);
