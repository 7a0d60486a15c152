import { sumPrecisely } from './exact-arithmetic.js';
import { InvalidMeasureInput } from './measure-result.js';

/** `population` divides the squared deviations by n, `sample` by n − 1. */
export type Deviation = 'population' | 'sample';

/** `none`: every municipality counts as one. `population`: every inhabitant does. */
export type Weights = 'none' | 'population';

/** In the unit of the measure. `n` is the number of values, whatever their weights. */
export interface Distribution {
  mean: number;
  standardDeviation: number;
  n: number;
}

/** `weight` in persons. */
export interface WeightedValue {
  value: number;
  weight: number;
}

/** Room for floating-point error only: far below the precision of any published measure. */
const RELATIVE_TOLERANCE = 1e-12;

/**
 * Unweighted mean Σx/n and standard deviation √(Σ(x − mean)²/n), or n − 1 for a sample, in the unit of the measure.
 * Two passes over sorted values: the same values give the same result whatever the order of the rows.
 * `null` when undefined: no values, or a sample of one.
 */
export function computeDistribution(values: readonly number[], deviation: Deviation): Distribution | null {
  const n = values.length;
  const divisor = deviation === 'population' ? n : n - 1;
  if (divisor < 1) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  // Equal values can differ from their computed mean by rounding; their spread is none.
  const standardDeviation = sorted[0] === sorted[n - 1] ? 0 : Math.sqrt(squares / divisor);
  return { mean, standardDeviation, n };
}

/**
 * Mean Σwx/Σw and standard deviation √(Σw(x − mean)²/Σw), or Σw − 1 for a sample, in the unit of the measure: the
 * distribution over inhabitants, each with the value of the municipality. Values without weight contribute nothing.
 * The order of the rows makes no difference. `null` when undefined: nobody, or a sample of one person. Throws
 * `InvalidMeasureInput` for a weight that is negative or not finite.
 */
export function computeWeightedDistribution(
  values: readonly WeightedValue[],
  deviation: Deviation,
): Distribution | null {
  const invalid = values.find(({ weight }) => !Number.isFinite(weight) || weight < 0);
  if (invalid) throw new InvalidMeasureInput('weightInvalid', { weight: String(invalid.weight) });
  const sorted = values
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.value - b.value || a.weight - b.weight);
  const total = sumPrecisely(sorted.map(({ weight }) => weight));
  const divisor = deviation === 'population' ? total : total - 1;
  if (divisor <= 0) return null;
  const mean = sumPrecisely(sorted.map(({ value, weight }) => value * (weight / total)));
  const squares = sumPrecisely(sorted.map(({ value, weight }) => weight * (value - mean) ** 2));
  const alike = sorted[0]!.value === sorted.at(-1)!.value;
  // As above: equal values have no spread, whatever rounding makes of their mean.
  return alike
    ? { mean: sorted[0]!.value, standardDeviation: 0, n: sorted.length }
    : { mean, standardDeviation: Math.sqrt(squares / divisor), n: sorted.length };
}

/** z = (x − mean) / standard deviation, without unit. `null` when there is no spread. */
export function computeZScore(value: number, distribution: Distribution): number | null {
  if (distribution.standardDeviation === 0) return null;
  return (value - distribution.mean) / distribution.standardDeviation;
}

/** The value to reach: mean + k × standard deviation, in the unit of the measure. */
export function computeThreshold(distribution: Distribution, standardDeviations: number): number {
  return distribution.mean + standardDeviations * distribution.standardDeviation;
}

/**
 * value ≥ mean + k × standard deviation, where exactly on the threshold is met (Statskontoret 2023:4, annex 2).
 * The last digits of a square root are not exact, so a value within 10⁻¹² of the threshold, relative to the largest
 * term of the comparison, counts as on it.
 */
export function meetsThreshold(
  value: number,
  distribution: Distribution,
  standardDeviations: number,
): boolean {
  const scale = Math.max(
    Math.abs(value),
    Math.abs(distribution.mean),
    Math.abs(standardDeviations * distribution.standardDeviation),
  );
  return value - computeThreshold(distribution, standardDeviations) >= -RELATIVE_TOLERANCE * scale;
}
