import type { Finding } from '../shared/finding.js';
import type { Kronor } from '../shared/money.js';

export type FundName = 'appropriation' | 'commitmentLimit';

/** What an amended letter makes of a fund. Whole kronor. */
export interface FundChange {
  source: FundName;
  before: Kronor;
  after: Kronor;
  /** What no proposal and no decision holds before the change. */
  available: Kronor;
}

/** What a case holds of a fund, whole kronor: promised by a proposal, and bound but not paid. */
export interface Givable {
  reserved: Kronor;
  unpaid: Kronor;
}

export type Gives<Holder> = Holder & { gives: Kronor };

/**
 * A fund is never lowered below what is bound: bound = before − available, whole kronor. One `loweredBelowBound` for
 * each fund that would be, with what is missing; nothing when all suffice.
 */
export function checkAmendment(changes: readonly FundChange[], year: number): Finding[] {
  return changes.flatMap(({ source, before, after, available }) => {
    const bound = before - available;
    if (after >= bound) return [];
    const data = { source, year, before, after, bound, missing: bound - after };
    return [{ code: 'loweredBelowBound', outcome: 'notMet' as const, citation: null, data }];
  });
}

/**
 * Which cases would have to give, and how much each, until `missing` is covered, in whole kronor. Proposals give before
 * decisions, since nobody has been promised them; of each kind in the order given. What is paid cannot be given back
 * here: `short` is what remains missing when everybody has given all.
 */
export function computeWhatGives<Holder extends Givable>(
  missing: Kronor,
  holders: readonly Holder[],
): { gives: Gives<Holder>[]; short: Kronor } {
  let short = missing;
  const given = new Map<Holder, Kronor>();
  for (const part of ['reserved', 'unpaid'] as const)
    for (const holder of holders) {
      const amount = Math.min(short, holder[part]);
      if (amount === 0) continue;
      given.set(holder, (given.get(holder) ?? 0) + amount);
      short -= amount;
    }
  return { gives: [...given].map(([holder, gives]) => ({ ...holder, gives })), short };
}
