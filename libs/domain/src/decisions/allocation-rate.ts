import { sumKronor, type Kronor } from '../shared/money.js';
import type { Allocation, Weight } from './allocation.js';
import { toExactWeights } from './exact-weights.js';

export interface Bounds {
  floor?: Kronor | undefined;
  cap?: Kronor | undefined;
}

/**
 * The sum in whole kronor that other recipients would need for a unit of weight to give as much as it does in a
 * distribution: Σ weight × (Σ amounts ÷ Σ weights of those whom neither floor nor cap held), each rounded down and held
 * between floor and cap. `null` where floor and cap held everyone, so that a unit of weight has no price.
 */
export function computeTotalAtRate(
  { items }: Pick<Allocation, 'items'>,
  others: readonly Weight[],
  { floor = 0, cap }: Bounds,
): Kronor | null {
  const exact = toExactWeights([...items, ...others]);
  const isFree = (amount: Kronor) => amount > floor && (cap === undefined || amount < cap);
  const free = items.map(({ amount }, index) => ({ amount, weight: exact[index]! }));
  const priced = free.filter(({ amount, weight }) => isFree(amount) && weight > 0n);
  const weight = priced.reduce((sum, each) => sum + each.weight, 0n);
  if (weight === 0n) return null;
  const amount = BigInt(sumKronor(priced.map((each) => each.amount)));
  const held = exact.slice(items.length).map((each) => {
    const share = Number((amount * each) / weight);
    return Math.min(Math.max(share, floor), cap ?? Infinity);
  });
  return sumKronor(held);
}
