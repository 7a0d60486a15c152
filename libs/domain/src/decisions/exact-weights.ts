export interface Weighted {
  /** 0 or more, in any unit, for instance a measure. */
  weight: number;
  /** What the weight is multiplied by: a whole number, for instance inhabitants. 1 where it is left out. */
  count?: number;
}

const DECIMAL = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** The shortest decimal that reads as the number, as digits × 10^exponent: 0.25 is 25 × 10⁻². */
function toDecimal(value: number): { digits: bigint; exponent: number } {
  const [, whole = '0', fraction = '', exponent = '0'] = DECIMAL.exec(String(value)) ?? [];
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/**
 * Weights as whole numbers in the same proportions. A weight counts as the decimal it is written as (0.1 is a tenth,
 * not the nearest binary fraction), all multiplied by the same power of ten. For finite weights of 0 or more.
 */
export function scaleToIntegers(weights: readonly number[]): bigint[] {
  const decimals = weights.map(toDecimal);
  const smallest = Math.min(0, ...decimals.map(({ exponent }) => exponent));
  return decimals.map(({ digits, exponent }) => digits * 10n ** BigInt(exponent - smallest));
}

/** value × count as the nearest number there is, without the drift of a product of floats: 0.1 × 3 is 0.3. */
export function multiplyExactly(value: number, count: number): number {
  const { digits, exponent } = toDecimal(value);
  return Number(`${digits * BigInt(count)}e${exponent}`);
}

/** weight × count of each, as whole numbers in the same proportions: nothing is lost in the multiplication either. */
export function toExactWeights(weights: readonly Weighted[]): bigint[] {
  return scaleToIntegers(weights.map(({ weight }) => weight)).map(
    (weight, index) => weight * BigInt(weights[index]!.count ?? 1),
  );
}
