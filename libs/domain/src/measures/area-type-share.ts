import { AREA_TYPES, type AreaType } from './area-type.js';
import { InvalidMeasureInput } from './measure-result.js';

/** An area of a municipality (RegSO); `areaType` is `null` where none is published. */
export interface TypedArea {
  areaType: AreaType | null;
  /** Persons; `null` or absent where not known. */
  inhabitants?: number | null;
  /** The number of smaller areas (DeSO) in it. */
  smallerAreas?: number | null;
}

/** What is counted: inhabitants for the official share, smaller areas for the proxy. */
export type ShareBasis = 'inhabitants' | 'smallerAreas';

export type AreaTypeShareReason =
  | 'noAreas'
  /** The areas are known and nobody lives there; or they have no smaller areas. */
  | 'nothingToShare'
  /** At least one area lacks the count that the share is made of. */
  | 'countMissing'
  /** No area has a published type. */
  | 'noAreaTypes';

export interface AreaTypeShare {
  /** Share 0–1. */
  value: number | null;
  reason: AreaTypeShareReason | null;
  /** A `proxy` is marked so wherever it is shown. */
  quality: 'official' | 'proxy';
  /** What the share is computed of: persons or smaller areas, as `basis` says. */
  of: {
    basis: ShareBasis;
    areas: number;
    inTypes: number;
    all: number;
    /** A part of `all` in areas without a published type. */
    withoutType: number;
  };
}

/**
 * Share of the inhabitants of a municipality who live in area types 1 and 2, 0–1 (Segregationsbarometern; SCB, Boverket).
 * Without populations per area, and only when asked for it with `smallerAreas`: the share of DeSO in RegSO of these
 * types, which is a `proxy` since DeSO differ in inhabitants.
 *
 * An area without a published type counts among all and not in types 1 and 2; `withoutType` tells how much that is.
 * `null` with a reason where a count is missing: an official value is never made up of those that are known. Throws
 * `InvalidMeasureInput` for counts that are not whole numbers of 0 or more, and types outside 1–5.
 */
export function computeAreaType12Share(areas: readonly TypedArea[], basis: ShareBasis): AreaTypeShare {
  const counted = areas.map((area) => ({ areaType: area.areaType, count: area[basis] ?? null }));
  for (const { areaType, count } of counted) {
    if (areaType !== null && !AREA_TYPES.includes(areaType))
      throw new InvalidMeasureInput('areaTypeInvalid', { areaType: String(areaType) });
    if (count !== null && (!Number.isSafeInteger(count) || count < 0))
      throw new InvalidMeasureInput('countInvalid', { count: String(count) });
  }
  const sum = (rows: typeof counted) => rows.reduce((total, { count }) => total + (count ?? 0), 0);
  const of = {
    basis,
    areas: areas.length,
    inTypes: sum(counted.filter(({ areaType }) => areaType === 1 || areaType === 2)),
    all: sum(counted),
    withoutType: sum(counted.filter(({ areaType }) => areaType === null)),
  };
  const quality = basis === 'inhabitants' ? 'official' : 'proxy';
  const reason = findLack(counted, of.all);
  return { value: reason ? null : of.inTypes / of.all, reason, quality, of };
}

function findLack(
  counted: readonly { areaType: AreaType | null; count: number | null }[],
  all: number,
): AreaTypeShareReason | null {
  if (counted.length === 0) return 'noAreas';
  if (counted.every(({ areaType }) => areaType === null)) return 'noAreaTypes';
  if (counted.some(({ count }) => count === null)) return 'countMissing';
  return all === 0 ? 'nothingToShare' : null;
}
