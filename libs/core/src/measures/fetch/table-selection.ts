import { RemoteFault } from '#platform/remote';

/** A dimension of an SCB table, as its description says. */
export interface DescribedDimension {
  code: string;
  categories: readonly string[];
  /** May be left out of a question: the answer is then for all of it together. */
  canBeLeftOut: boolean;
}

/** What to fetch of each dimension; `*` is all of it. */
export type Selection = Readonly<Record<string, readonly string[] | '*'>>;

export type Part = readonly { code: string; categories: readonly string[] }[];

/**
 * The questions that together fetch a selection, each within the cells that an answer may have: the largest dimension
 * is divided. Throws `RemoteFault` when the selection asks for what is not there, or does not say enough.
 */
export function divideSelection(
  dimensions: readonly DescribedDimension[],
  selection: Selection,
  maxCells: number,
): Part[] {
  for (const code of Object.keys(selection))
    if (!dimensions.some((dimension) => dimension.code === code))
      throw new RemoteFault('selectionUnknown', { dimension: code, value: '*' });
  const chosen = dimensions.flatMap((dimension) => {
    const categories = choose(
      dimension,
      Object.hasOwn(selection, dimension.code) ? selection[dimension.code] : undefined,
    );
    return categories ? [{ code: dimension.code, categories }] : [];
  });
  return divide(chosen, maxCells);
}

function divide(part: Part, maxCells: number): Part[] {
  const cells = part.reduce((product, { categories }) => product * categories.length, 1);
  const [largest] = [...part].sort((a, b) => b.categories.length - a.categories.length);
  if (cells <= maxCells || !largest || largest.categories.length < 2) return [part];
  const size = Math.max(1, Math.floor((largest.categories.length * maxCells) / cells));
  const parts: Part[] = [];
  for (let at = 0; at < largest.categories.length; at += size) {
    const categories = largest.categories.slice(at, at + size);
    parts.push(part.map((each) => (each === largest ? { code: each.code, categories } : each)));
  }
  return parts.flatMap((each) => divide(each, maxCells));
}

function choose(
  { code, categories, canBeLeftOut }: DescribedDimension,
  wanted: readonly string[] | '*' | undefined,
): readonly string[] | undefined {
  if (wanted === '*') return categories;
  if (wanted === undefined || wanted.length === 0) {
    if (canBeLeftOut) return undefined;
    if (categories.length === 1) return categories;
    throw new RemoteFault('selectionMissing', { dimension: code });
  }
  const known = new Set(categories);
  const unknown = wanted.find((category) => !known.has(category));
  if (unknown !== undefined) throw new RemoteFault('selectionUnknown', { dimension: code, value: unknown });
  return [...new Set(wanted)];
}
