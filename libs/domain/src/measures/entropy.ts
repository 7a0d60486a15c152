import { findEmptiness, tally, type AreaCounts, type Tally } from './area-counts.js';
import { crossDifference, sumPrecisely } from './exact-arithmetic.js';
import { defined, share, undefinedFor, type MeasureResult } from './measure-result.js';

/** Below this the power series is used: the closed form would lose digits. */
const SMALL = 0.1;

/** −ln(part ÷ whole), from the rest where the part is most of the whole. */
const negativeLogarithm = (part: number, whole: number) =>
  part > whole / 2 ? -Math.log1p((part - whole) / whole) : Math.log(whole / part);

function entropyOf({ groups, total }: Tally): number {
  return sumPrecisely(
    groups.filter((size) => size > 0).map((size) => (size / total) * negativeLogarithm(size, total)),
  );
}

/** (1 + δ) ln(1 + δ) − δ for δ > −1, 0 or more: the information in finding 1 + δ times as many as expected. */
function surprise(delta: number): number {
  if (Math.abs(delta) >= SMALL) return (1 + delta) * Math.log1p(delta) - delta;
  // Σ (−1)ᵏ δᵏ ÷ k(k − 1) from k = 2.
  let power = delta * delta;
  let sum = power / 2;
  for (let k = 3; Math.abs(power) > Number.EPSILON * sum * SMALL; k++) {
    power *= -delta;
    sum += power / (k * (k - 1));
  }
  return sum;
}

function informationOf({ areas, groups, total }: Tally): number {
  const terms = areas.flatMap(({ counts, size }) =>
    counts.map((count, group) => {
      const members = groups[group]!;
      if (members === 0) return 0;
      const expected = (size / total) * (members / total);
      if (count === 0) return expected;
      return expected * surprise(crossDifference(count, total, size, members) / size / members);
    }),
  );
  return sumPrecisely(terms);
}

/**
 * Entropy E = −Σ π_g ln π_g over groups, in nats, 0–ln(number of groups): how mixed the whole population is. It tells of
 * diversity, not of how groups are spread over areas (Theil & Finizza 1971).
 *
 * 0 with one group. `null` when nobody lives here. Throws `InvalidMeasureInput` for counts that are not whole or not of
 * the same groups everywhere.
 */
export function computeEntropy(areas: AreaCounts): MeasureResult {
  const counted = tally(areas);
  const lack = findEmptiness(areas, counted);
  return lack ? undefinedFor(lack) : defined(entropyOf(counted));
}

/**
 * Mutual information M = Σ (tᵢ/T)(E − Eᵢ), in nats, 0–E: how much a person's area tells of the person's group. Parts
 * add up: M over districts plus the mean M within them is M over all their areas (Theil & Finizza 1971;
 * Mora & Ruiz-Castillo 2011).
 *
 * 0 with one group. `null` when nobody lives here. Summed over areas and groups as expected share × ((1 + δ) ln(1 + δ) − δ),
 * δ the relative surplus over what is expected: terms none below 0, where E − Eᵢ would lose digits. Throws as
 * {@link computeEntropy}.
 */
export function computeMutualInformation(areas: AreaCounts): MeasureResult {
  const counted = tally(areas);
  const lack = findEmptiness(areas, counted);
  return lack ? undefinedFor(lack) : defined(informationOf(counted));
}

/**
 * Information theory index H = M ÷ E, a share 0–1: the part of the population's diversity that is lost within areas. Two
 * groups or more, in any order (Theil & Finizza 1971).
 *
 * `null` when only one group has anybody, or nobody lives here. Throws as {@link computeEntropy}.
 */
export function computeInformationTheoryIndex(areas: AreaCounts): MeasureResult {
  const counted = tally(areas);
  const lack = findEmptiness(areas, counted);
  if (lack) return undefinedFor(lack);
  if (counted.groups.filter((size) => size > 0).length < 2) return undefinedFor('oneGroupOnly');
  return share(informationOf(counted) / entropyOf(counted));
}
