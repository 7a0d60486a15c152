import type { Citation, Finding } from '../shared/finding.js';
import type { Kronor } from '../shared/money.js';
import { percentOf } from '../shared/share.js';

/** One year, or all years of a decision. Whole kronor. */
export interface SettlementFacts {
  granted: Kronor;
  paid: Kronor;
  /** Actual eligible costs. */
  costs: Kronor;
  /** Actual co-financing, other grants from the state included. */
  coFinancing: Kronor;
  /** The ceiling as a whole percent; `null` where the wording states none. */
  percent: number | null;
}

export interface Settlement {
  entitled: Kronor;
  used: Kronor;
  unused: Kronor;
  repay: Kronor;
  remaining: Kronor;
  /** Co-financing ÷ costs in percent with two decimals, rounded down; `null` without costs. */
  coFinancingReached: string | null;
}

/** Two decimals, rounded down, so that a share below a floor never reads as on it. */
function formatShareDown(amount: Kronor, whole: Kronor): string | null {
  if (whole === 0) return null;
  const hundredths = (BigInt(amount) * 10_000n) / BigInt(whole);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

/**
 * What a reported year comes to, in whole kronor:
 * entitled = min(granted, ⌊costs × percent / 100⌋), rounded down to whole kronor in the state's favour;
 * used = min(granted, max(0, costs − co-financing)), the costs that nobody else paid; unused = granted − used;
 * repay = max(0, paid − entitled); remaining = max(0, entitled − paid).
 */
export function computeSettlement({
  granted,
  paid,
  costs,
  coFinancing,
  percent,
}: SettlementFacts): Settlement {
  const entitled = Math.min(granted, percentOf(costs, percent ?? 100));
  const used = Math.min(granted, Math.max(0, costs - coFinancing));
  return {
    entitled,
    used,
    unused: granted - used,
    repay: Math.max(0, paid - entitled),
    remaining: Math.max(0, entitled - paid),
    coFinancingReached: formatShareDown(coFinancing, costs),
  };
}

/**
 * A settlement told with everything that it rests on, in whole kronor. The two rounding rules: `ceiling` = ⌊costs × percent ÷
 * 100⌋, öre dropped, so that the grant never covers more than its share; the share that co-financing reached has two
 * decimals, rounded down. Nothing else is rounded: all other figures are sums and differences of whole kronor.
 * `notMet` where something is to be repaid.
 */
export function tellSettlement(
  year: number,
  facts: SettlementFacts,
  settlement: Settlement,
  citation: Citation | null,
): Finding {
  const ceiling = percentOf(facts.costs, facts.percent ?? 100);
  return {
    code: 'settlement',
    outcome: settlement.repay > 0 ? 'notMet' : 'met',
    citation,
    data: { year, ...facts, ceiling, ...settlement, rounding: 'down' },
  };
}
