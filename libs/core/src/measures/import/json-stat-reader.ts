import type { JsonHandler, JsonPath, JsonScalar } from '#platform/json';
import { excerpt } from '#domain/shared/excerpt';
import { FileFault } from './file-fault.js';
import type { ImportMapping } from './import-mapping.js';
import { JsonStatTable, type Shape } from './json-stat-table.js';
import { NumberReader } from './number-reader.js';
import type { RowGate } from './row-gate.js';

const MOST_DIMENSIONS = 32;
const MOST_CATEGORIES = 200_000;
/** Values that come before what they are of are kept until then. No answer of SCB has as many. */
const MOST_EARLY = 500_000;

type Value = string | number | null;

/** JSON-stat 2, as PxWebApi v2 and v1 answer. Values are read as they come and none is kept. */
export class JsonStatReader implements JsonHandler {
  private shape: Shape = emptyShape();
  private table: JsonStatTable | null | undefined;
  private early: [number, Value][] = [];
  private categories = 0;
  /** Values of the documents before this one. */
  private before = 0;
  private found = 0;
  private isSparse = false;
  private readonly numbers = new NumberReader('.');

  constructor(
    private readonly gate: RowGate,
    private readonly mapping: ImportMapping,
  ) {}

  start(path: JsonPath, kind: '{' | '['): void {
    if (path.length === 1 && path[0] === 'value') this.isSparse = kind === '{';
    // A dimension has a name and a size: in place of either, a list would leave a hole.
    if (path.length === 2 && (path[0] === 'id' || path[0] === 'size')) throw new FileFault('brokenTable');
  }

  value(path: JsonPath, value: JsonScalar): void {
    if (path[0] === 'value') {
      if (path.length === 2) this.cell(Number(path[1]), typeof value === 'boolean' ? String(value) : value);
    } else if (path[0] === 'class') {
      if (value !== 'dataset') throw new FileFault('notTheFormat', { found: 'json' });
    } else this.describe(path, value);
  }

  end(path: JsonPath, kind: '{' | '['): void {
    if (path.length > 0 || kind !== '{') return;
    const table = this.readyTable();
    for (const [index, value] of this.early) this.read(index, value);
    const expected = table?.cells ?? this.found;
    if (!this.isSparse && this.found !== expected && this.found > 0)
      this.gate.reject(this.gate.line, 'wrongValueCount', { expected, found: this.found });
    this.before += this.found;
    [this.shape, this.table, this.early, this.categories, this.found] = [emptyShape(), undefined, [], 0, 0];
  }

  private describe([first, second, third, fourth, fifth]: JsonPath, value: JsonScalar): void {
    const { shape } = this;
    if (first === 'id' && typeof second === 'number' && second < MOST_DIMENSIONS)
      shape.ids[second] = String(value);
    if (first === 'size' && typeof second === 'number' && second < MOST_DIMENSIONS)
      shape.sizes[second] = Number(value);
    if (first === 'role' && third === 0) shape.roles.set(String(second), String(value));
    if (first !== 'dimension' || third !== 'category' || fifth === undefined) return;
    if (fourth !== 'index' && fourth !== 'label') return;
    this.categories += 1;
    if (this.categories > MOST_CATEGORIES || shape.categories.size > MOST_DIMENSIONS)
      throw new FileFault('brokenTable');
    const name = String(second);
    const codes = shape.categories.get(name) ?? [];
    shape.categories.set(name, codes);
    // A dimension with one category may leave out its place.
    if (fourth === 'label') shape.single.set(name, String(fifth));
    else if (typeof fifth === 'number') codes[fifth] = String(value);
    else if (Number.isInteger(value) && Number(value) >= 0 && Number(value) < MOST_CATEGORIES)
      codes[Number(value)] = fifth;
    else throw new FileFault('brokenTable', { dimension: excerpt(name) });
  }

  private cell(index: number, value: Value): void {
    if (this.gate.isClosed) return;
    this.found += 1;
    this.gate.line = this.before + this.found;
    if (!Number.isInteger(index) || index < 0) throw new FileFault('brokenTable');
    if (this.table === undefined && !this.isShapeKnown()) {
      if (this.early.length >= MOST_EARLY) throw new FileFault('valuesBeforeDimensions');
      this.early.push([index, value]);
    } else this.read(index, value);
  }

  private isShapeKnown(): boolean {
    const { ids, sizes, categories } = this.shape;
    return ids.length > 0 && ids.length === sizes.length && ids.every((id) => categories.has(id));
  }

  private readyTable(): JsonStatTable | null {
    if (this.table === undefined)
      this.table = this.found === 0 ? null : JsonStatTable.of(this.shape, this.mapping, this.gate);
    return this.table;
  }

  private read(index: number, value: Value): void {
    const table = this.readyTable();
    if (!table || this.gate.isClosed) return;
    const line = this.before + index + 1;
    this.gate.line = line;
    if (index >= table.cells)
      throw new FileFault('wrongValueCount', { expected: table.cells, found: index + 1 });
    for (const chosen of table.chosenAt(index)) {
      const place = table.place(index, line);
      const year = table.year(index, line);
      if (place === undefined || year === undefined) continue;
      const read = this.gate.value(line, chosen, value, this.numbers);
      if (read !== undefined) this.gate.add(line, place, chosen, year, read);
    }
  }
}

function emptyShape(): Shape {
  return { ids: [], sizes: [], roles: new Map(), categories: new Map(), single: new Map() };
}
