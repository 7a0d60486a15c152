/**
 * Bounds that part values into classes of about equally many each (quantiles), at most `classes` of them, lowest first. Equal
 * values share a class, so there may be fewer. A value belongs to the last class whose bound it reaches.
 */
export function boundsOf(values: readonly number[], classes = 5): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const bounds = Array.from(
    { length: classes },
    (_, place) => sorted[Math.floor((place * sorted.length) / classes)],
  ).filter((bound) => bound !== undefined);
  return [...new Set(bounds)];
}

/** The place of a value among the classes, 0 the lowest. */
export const classOf = (value: number, bounds: readonly number[]): number =>
  Math.max(
    0,
    bounds.findLastIndex((bound) => value >= bound),
  );
