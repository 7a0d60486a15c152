import type { JsonHandler, JsonPath, JsonScalar } from '#platform/json';
import { excerpt } from '#domain/shared/excerpt';
import { FileFault } from './file-fault.js';
import type { ImportMapping } from './import-mapping.js';
import type { Chosen } from './measure-words.js';
import { NumberReader } from './number-reader.js';
import type { RowGate } from './row-gate.js';
import { chooseContents, tellDimensions, type TableDimension } from './table-choices.js';

const MOST_COLUMNS = 200;

interface Column {
  code: string;
  /** `d` a dimension, `t` time, `c` contents. */
  type: string;
}

interface Table {
  /** In the order of `key`. */
  dimensions: TableDimension[];
  /** In the order of `values`. */
  contents: Chosen[][];
}

/** The JSON of PxWebApi v1: `{ columns: [{ code, text, type }], comments, data: [{ key: [], values: [] }] }`. */
export class PxwebReader implements JsonHandler {
  private columns: Column[] = [];
  private table: Table | null | undefined;
  private key: string[] = [];
  private values: (string | number | null)[] = [];
  private line = 0;
  private readonly numbers = new NumberReader('.');
  /** What a dimension that no choice names has been so far: it may have one category only. */
  private readonly constant = new Map<string, string>();
  private readonly told = new Set<string>();

  constructor(
    private readonly gate: RowGate,
    private readonly mapping: ImportMapping,
  ) {}

  start(path: JsonPath, kind: '{' | '['): void {
    if (path.length === 1 && path[0] === 'columns') [this.columns, this.table] = [[], undefined];
    if (path.length === 2 && path[0] === 'columns' && kind === '{') this.addColumn();
    if (path.length === 2 && path[0] === 'data') [this.key, this.values] = [[], []];
  }

  value(path: JsonPath, value: JsonScalar): void {
    if (path[0] === 'columns' && path.length === 3) {
      if (path[2] === 'code' || path[2] === 'type') this.columns.at(-1)![path[2]] = String(value);
    } else if (path[0] === 'data' && path.length === 4) {
      if (path[2] === 'key' && this.key.length < MOST_COLUMNS) this.key.push(String(value ?? ''));
      if (path[2] === 'values' && this.values.length < MOST_COLUMNS)
        this.values.push(typeof value === 'boolean' ? String(value) : value);
    }
  }

  end(path: JsonPath, kind: '{' | '['): void {
    if (kind === '{' && path.length === 2 && path[0] === 'data' && !this.gate.isClosed) this.read();
  }

  private addColumn(): void {
    if (this.columns.length >= MOST_COLUMNS) throw new FileFault('brokenTable');
    this.columns.push({ code: '', type: 'd' });
  }

  private read(): void {
    this.line += 1;
    this.gate.line = this.line;
    if (this.columns.length === 0) throw new FileFault('valuesBeforeDimensions');
    if (this.table === undefined) this.table = this.prepare();
    if (this.table === null) return;
    const { dimensions, contents } = this.table;
    if (this.key.length !== dimensions.length || this.values.length !== contents.length) {
      const expected = dimensions.length + contents.length;
      return this.gate.reject(this.line, 'wrongFieldCount', {
        expected,
        found: this.key.length + this.values.length,
      });
    }
    for (const [at, chosen] of contents.entries())
      for (const each of chosen) if (this.isChosen(each)) this.add(each, this.values[at]!);
  }

  private prepare(): Table | null {
    const keys = this.columns.filter(({ type }) => type !== 'c');
    const time = keys.find(({ type }) => type === 't')?.code;
    const codes = keys.map(({ code }) => code);
    const dimensions = tellDimensions(codes, this.mapping, { time }, this.gate);
    if (!dimensions) return null;
    // The whole country, which is no recipient.
    this.gate.leaveOut('00');
    const contents = this.columns.filter(({ type }) => type === 'c');
    const isOnly = contents.length === 1;
    return {
      dimensions,
      contents: contents.map(({ code }) => chooseContents(code, isOnly, dimensions, this.gate)),
    };
  }

  private isChosen({ choice }: Chosen): boolean {
    const { dimensions } = this.table!;
    for (const [at, { code, role }] of dimensions.entries()) {
      if (role !== 'other') continue;
      const category = this.key[at]!;
      const wanted = Object.hasOwn(choice.where, code) ? choice.where[code] : undefined;
      if (wanted !== undefined && wanted !== category) return false;
      if (wanted === undefined && !this.isConstant(`${choice.measure} ${code}`, category, code)) return false;
    }
    return true;
  }

  private isConstant(name: string, category: string, dimension: string): boolean {
    const before = this.constant.get(name);
    if (before === undefined) this.constant.set(name, category);
    if (before === undefined || before === category) return true;
    if (!this.told.has(name))
      this.gate.reject(this.line, 'dimensionNotChosen', { dimension: excerpt(dimension) });
    this.told.add(name);
    return false;
  }

  private add(chosen: Chosen, written: string | number | null): void {
    const { gate, line } = this;
    const { dimensions } = this.table!;
    const place = gate.place(line, this.key[dimensions.findIndex(({ role }) => role === 'place')]!);
    const year = gate.year(line, this.key[dimensions.findIndex(({ role }) => role === 'time')]!);
    const value = gate.value(line, chosen, written, this.numbers);
    if (place && year !== undefined && value !== undefined) gate.add(line, place, chosen, year, value);
  }
}
