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
