/**
 * Splits a whole number in proportion to whole weights so that the parts sum to it exactly: every part is rounded
 * down, and the units left go one each to the largest remainders, ties in the order given (Hamilton's method).
 * `null` when there is something to split and nothing to split it by.
 */
export function splitByLargestRemainder(total: bigint, weights: readonly bigint[]): bigint[] | null {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return total === 0n ? weights.map(() => 0n) : null;
  const parts = weights.map((weight) => (total * weight) / sum);
  const left = Number(total - parts.reduce((a, b) => a + b, 0n));
  weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
    .slice(0, left)
    .forEach(({ index }) => (parts[index]! += 1n));
  return parts;
}
