import { excerpt } from '#domain/shared/excerpt';
import { FileFault } from './file-fault.js';
import type { ImportMapping } from './import-mapping.js';
import type { Chosen } from './measure-words.js';
import type { Place, RowGate } from './row-gate.js';
import { chooseContents, tellDimensions, type TableDimension } from './table-choices.js';

/** What a JSON-stat document says of its dimensions. */
export interface Shape {
  ids: string[];
  sizes: number[];
  roles: Map<string, string>;
  /** Codes of categories by their place. */
  categories: Map<string, string[]>;
  /** The last category that has a label. */
  single: Map<string, string>;
}

interface Axis {
  dimension: TableDimension;
  codes: readonly string[];
  /** Values from one category to the next. */
  stride: number;
}

interface Choice {
  chosen: Chosen;
  /** The category that is wanted, by axis. */
  wanted: readonly (readonly [Axis, number])[];
}

const MOST_CELLS = 1_000_000_000;

/** Where a value of a JSON-stat document stands: the last dimension varies fastest. */
export class JsonStatTable {
  /** What a category of place or time was read as; told of once, at its first value. */
  private readonly places = new Map<number, Place | undefined>();
  private readonly years = new Map<number, number | undefined>();

  private constructor(
    readonly cells: number,
    private readonly gate: RowGate,
    private readonly axes: { place: Axis; time: Axis; contents: Axis | undefined },
    private readonly choices: readonly (readonly Choice[])[],
  ) {}

  /** `null` when it has told why the values cannot be read; throws `FileFault` when the document contradicts itself. */
  static of(shape: Shape, mapping: ImportMapping, gate: RowGate): JsonStatTable | null {
    const metric = shape.roles.get('metric') ?? 'ContentsCode';
    const { ids, sizes } = shape;
    if (ids.length === 0 || ids.length !== sizes.length || new Set(ids).size !== ids.length)
      throw new FileFault('brokenTable');
    const file = { geo: shape.roles.get('geo'), time: shape.roles.get('time') };
    const dimensions = tellDimensions(ids, mapping, file, gate);
    if (!dimensions) return null;
    gate.leaveOut('00');
    let cells = 1;
    const axes = dimensions.map((dimension): Axis => ({
      dimension,
      codes: codesOf(shape, dimension.code),
      stride: 0,
    }));
    for (const axis of [...axes].reverse()) {
      axis.stride = cells;
      cells *= axis.codes.length;
    }
    if (cells > MOST_CELLS) throw new FileFault('brokenTable');
    const contents = axes.find(({ dimension }) => dimension.role === 'other' && dimension.code === metric);
    const others = axes.filter((axis) => axis.dimension.role === 'other' && axis !== contents);
    const codes = contents?.codes ?? [null];
    const choices = codes.map((code) =>
      chooseContents(code, codes.length === 1, dimensions, gate).flatMap((chosen) =>
        wantedOf(chosen, others, gate),
      ),
    );
    const place = axes.find(({ dimension }) => dimension.role === 'place')!;
    const time = axes.find(({ dimension }) => dimension.role === 'time')!;
    return new JsonStatTable(cells, gate, { place, time, contents }, choices);
  }

  chosenAt(index: number): Chosen[] {
    const { contents } = this.axes;
    const choices = this.choices[contents ? at(contents, index) : 0]!;
    return choices
      .filter(({ wanted }) => wanted.every(([axis, category]) => at(axis, index) === category))
      .map(({ chosen }) => chosen);
  }

  place(index: number, line: number): Place | undefined {
    return once(this.places, at(this.axes.place, index), (category) =>
      this.gate.place(line, this.axes.place.codes[category]!),
    );
  }

  year(index: number, line: number): number | undefined {
    return once(this.years, at(this.axes.time, index), (category) =>
      this.gate.year(line, this.axes.time.codes[category]!),
    );
  }
}

function at({ codes, stride }: Axis, index: number): number {
  return Math.floor(index / stride) % codes.length;
}

function once<T>(known: Map<number, T>, category: number, read: (category: number) => T): T {
  if (!known.has(category)) known.set(category, read(category));
  return known.get(category)!;
}

function codesOf({ ids, sizes, categories, single }: Shape, dimension: string): string[] {
  const size = sizes[ids.indexOf(dimension)]!;
  const indexed = categories.get(dimension) ?? [];
  const codes =
    indexed.length === 0 && size === 1 && single.has(dimension) ? [single.get(dimension)!] : indexed;
  if (codes.length !== size || codes.includes(undefined as unknown as string))
    throw new FileFault('brokenTable', { dimension: excerpt(dimension) });
  return codes;
}

/** Nothing when a dimension with several categories is left open: adding them up, or taking one, would be a guess. */
function wantedOf(chosen: Chosen, others: readonly Axis[], gate: RowGate): Choice[] {
  const wanted: [Axis, number][] = [];
  let isOpen = false;
  for (const axis of others) {
    const { code } = axis.dimension;
    const category = Object.hasOwn(chosen.choice.where, code) ? chosen.choice.where[code] : undefined;
    if (category !== undefined) wanted.push([axis, axis.codes.indexOf(category)]);
    else if (axis.codes.length > 1) {
      gate.reject(gate.line, 'dimensionNotChosen', {
        dimension: excerpt(code),
        measure: chosen.choice.measure,
      });
      isOpen = true;
    }
  }
  return isOpen ? [] : [{ chosen, wanted }];
}
