import { InvalidMeasureInput, type UndefinedReason } from './measure-result.js';

/**
 * Persons by area and group: one row per area, one column per group, in any order. Whole numbers of 0 or more whose sum
 * is at most 2⁵³ − 1, so that sums are exact.
 */
export type AreaCounts = readonly (readonly number[])[];

/** Checked counts of the areas that have inhabitants. Empty areas contribute nothing to any measure. */
export interface Tally {
  areas: readonly { counts: readonly number[]; size: number }[];
  /** Persons by group, in the order of the columns. */
  groups: readonly number[];
  total: number;
}

/** Checked counts of two groups: x the first, y the second. */
export interface PairTally {
  areas: readonly { x: number; y: number; size: number }[];
  x: number;
  y: number;
  total: number;
}

const add = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

function check(areas: AreaCounts): void {
  const groups = areas[0]?.length ?? 0;
  areas.forEach((counts, area) => {
    if (counts.length !== groups)
      throw new InvalidMeasureInput('groupsDiffer', { area, groups: counts.length, expected: groups });
    counts.forEach((count, group) => {
      if (!Number.isSafeInteger(count) || count < 0)
        throw new InvalidMeasureInput('countInvalid', { area, group, count: String(count) });
    });
  });
}

/** Throws {@link InvalidMeasureInput} for counts that are none: negative, fractional, not finite, ragged, too large. */
export function tally(areas: AreaCounts): Tally {
  check(areas);
  const groups = (areas[0] ?? []).map((_, group) => areas.reduce((sum, counts) => sum + counts[group]!, 0));
  const total = add(groups);
  // A sum of numbers of 0 or more that once leaves the safe integers never comes back.
  if (!Number.isSafeInteger(total)) throw new InvalidMeasureInput('countsTooLarge', { total });
  const sized = areas.map((counts) => ({ counts, size: add(counts) }));
  return { areas: sized.filter(({ size }) => size > 0), groups, total };
}

/** As {@link tally}, of exactly two groups. */
export function tallyPair(areas: AreaCounts): PairTally {
  const { areas: inhabited, groups, total } = tally(areas);
  if (areas.length > 0 && groups.length !== 2)
    throw new InvalidMeasureInput('notTwoGroups', { groups: groups.length });
  const [x = 0, y = 0] = groups;
  return {
    areas: inhabited.map(({ counts, size }) => ({ x: counts[0]!, y: counts[1]!, size })),
    x,
    y,
    total,
  };
}

/** Why no measure of these areas is defined; `null` when there is somebody to count. */
export function findEmptiness(
  areas: AreaCounts,
  { total }: { total: number },
): Extract<UndefinedReason, 'noAreas' | 'noInhabitants'> | null {
  if (areas.length === 0) return 'noAreas';
  return total === 0 ? 'noInhabitants' : null;
}

/** Why no measure of two groups is defined; `null` when both groups have somebody. */
export function findLack(areas: AreaCounts, pair: PairTally): UndefinedReason | null {
  return findEmptiness(areas, pair) ?? (pair.x === 0 || pair.y === 0 ? 'groupAbsent' : null);
}

function checkGroup(areas: AreaCounts, ...asked: readonly number[]): void {
  check(areas);
  const groups = areas[0]?.length;
  for (const group of asked)
    if (groups !== undefined && (!Number.isInteger(group) || group < 0 || group >= groups))
      throw new InvalidMeasureInput('noSuchGroup', { group, groups });
}

/** Two columns out of many, by their index: the groups x and y that are compared with each other alone. */
export function pairOf(areas: AreaCounts, x: number, y: number): AreaCounts {
  checkGroup(areas, x, y);
  if (x === y) throw new InvalidMeasureInput('notTwoGroups', { x, y });
  return areas.map((counts) => [counts[x]!, counts[y]!]);
}

/** One column against all the others together: group x, and everybody else as y. */
export function againstRest(areas: AreaCounts, x: number): AreaCounts {
  checkGroup(areas, x);
  return areas.map((counts) => [counts[x]!, add(counts.filter((_, group) => group !== x))]);
}
