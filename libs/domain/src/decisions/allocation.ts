import type { Finding } from '../shared/finding.js';
import { splitByLargestRemainder } from '../shared/largest-remainder.js';
import { isKronor, type Kronor } from '../shared/money.js';
import { toExactWeights, type Weighted } from './exact-weights.js';

export interface Weight extends Weighted {
  code: string;
}

export interface Key {
  total: Kronor;
  weights: readonly Weight[];
  /** The least and the most that each may have, whole kronor. */
  floor?: Kronor;
  cap?: Kronor;
}

export interface Allocation {
  /** In the order of the codes. Empty when the key cannot be followed: `findings` then says why. */
  items: (Weight & { amount: Kronor })[];
  total: Kronor;
  findings: Finding[];
}

const refuse = (code: string, data: Record<string, unknown>): Finding => ({
  code,
  outcome: 'notMet',
  citation: null,
  data,
});

/** What makes a key no key: nothing can be reckoned from it. */
function findFaults({ total, weights, floor = 0, cap }: Key): Finding[] {
  const invalid = weights
    .filter(({ weight, count = 1 }) => !isWeight(weight) || !isWeight(count) || !Number.isSafeInteger(count))
    .map(({ code }) => code);
  const seen = new Set<string>();
  const twice = weights.flatMap(({ code }) => (seen.size === seen.add(code).size ? [code] : []));
  const amounts = { total, floor, cap: cap ?? null };
  return [
    ...([total, floor, cap ?? 0].every(isKronor) ? [] : [refuse('allocationAmountInvalid', amounts)]),
    ...(invalid.length > 0 ? [refuse('allocationWeightInvalid', { codes: invalid })] : []),
    ...(twice.length > 0 ? [refuse('allocationCodeTwice', { codes: [...new Set(twice)] })] : []),
  ];
}

/** What makes a key that no distribution can follow, with the numbers. */
function findObstacles({ total, weights, floor = 0, cap }: Key): Finding[] {
  const receivers = weights.filter(({ weight, count = 1 }) => weight > 0 && count > 0).length;
  const recipients = weights.length;
  const least = floor * recipients;
  // Who has no weight gets the floor and nothing more.
  const most = cap === undefined ? total : cap * receivers + floor * (recipients - receivers);
  const isCapLow = cap !== undefined && cap >= floor && receivers > 0 && most < total;
  return [
    ...(cap !== undefined && cap < floor ? [refuse('allocationCapBelowFloor', { floor, cap })] : []),
    ...(least > total ? [refuse('allocationFloorTooHigh', { floor, recipients, least, total })] : []),
    ...(receivers === 0 && least < total ? [refuse('allocationNoWeight', { total })] : []),
    ...(isCapLow ? [refuse('allocationCapTooLow', { cap, recipients, most, total })] : []),
  ];
}

const isWeight = (value: number): boolean => Number.isFinite(value) && value >= 0;

/**
 * Fixes, in rounds, those whom their proportional share would take below the floor or above the cap, until the share of
 * the rest lies between the two. Of the two sides the one that errs most is fixed first; then no fixed one ever has to
 * be let go, and the result is the only split of the form: share × factor, held between floor and cap.
 */
function fixBounds(total: bigint, weights: readonly bigint[], floor: bigint, cap: bigint): (bigint | null)[] {
  const fixed: (bigint | null)[] = weights.map(() => null);
  for (;;) {
    const free = weights.map((_, index) => index).filter((index) => fixed[index] === null);
    const rest = fixed.reduce((left: bigint, amount) => left - (amount ?? 0n), total);
    const sum = free.reduce((all, index) => all + weights[index]!, 0n);
    // Shares are compared multiplied by `sum`, so that nothing is divided.
    const below = free.filter((index) => rest * weights[index]! < floor * sum);
    const above = free.filter((index) => rest * weights[index]! > cap * sum);
    if (below.length === 0 && above.length === 0) return fixed;
    const lack = below.reduce((all, index) => all + floor * sum - rest * weights[index]!, 0n);
    const excess = above.reduce((all, index) => all + rest * weights[index]! - cap * sum, 0n);
    if (lack >= excess) for (const index of below) fixed[index] = floor;
    if (excess >= lack) for (const index of above) fixed[index] = cap;
  }
}

/**
 * Distributes a sum in whole kronor in proportion to weights, none less than the floor and none more than the cap, the
 * sum exact. Kronor that do not divide evenly go by the largest remainder (Hamilton), ties by code. Exact arithmetic
 * throughout: see `toExactWeights`.
 */
export function allocateByLargestRemainder(key: Key): Allocation {
  const faults = findFaults(key);
  const findings = faults.length > 0 ? faults : findObstacles(key);
  if (findings.length > 0) return { items: [], total: 0, findings };
  const { total, floor = 0, cap = total } = key;
  const sorted = [...key.weights].sort((a, b) => (a.code < b.code ? -1 : 1));
  const weights = toExactWeights(sorted);
  const fixed = fixBounds(BigInt(total), weights, BigInt(floor), BigInt(cap));
  const rest = fixed.reduce((left: bigint, amount) => left - (amount ?? 0n), BigInt(total));
  const split = splitByLargestRemainder(
    rest,
    weights.map((weight, index) => (fixed[index] === null ? weight : 0n)),
  );
  const items = sorted.map((item, index) => ({
    ...item,
    amount: Number(fixed[index] ?? split?.[index] ?? 0n),
  }));
  return { items, total, findings: [] };
}
