/**
 * Sum that keeps the digits which plain addition drops, by carrying the rounding error of every step (Neumaier 1974).
 * The order of the terms may change its last digit, no more.
 */
export function sumPrecisely(terms: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const term of terms) {
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}

/**
 * a × b − c × d for whole numbers, correct to the last digit of the answer however alike the products are: the
 * difference of two shares is small where areas are alike, and is then all that a measure is made of.
 */
export function crossDifference(a: number, b: number, c: number, d: number): number {
  const [left, right] = [a * b, c * d];
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return left - right;
  return Number(BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d));
}

/** The sign of a × b − c × d for whole numbers of 0 or more: exact, and quick where the products differ clearly. */
export function compareProducts(a: number, b: number, c: number, d: number): number {
  const [left, right] = [a * b, c * d];
  const clear = Math.abs(left - right) > (left + right) * Number.EPSILON;
  return clear ? left - right : crossDifference(a, b, c, d);
}
