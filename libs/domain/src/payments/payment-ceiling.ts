import type { Finding } from '../shared/finding.js';
import type { Kronor } from '../shared/money.js';

/**
 * A part payment stops where a settled year has given what it entitles to: paid and on its way, with this payment, is
 * at most `entitled` (the ceiling's part of the actual costs, see `computeSettlement`). Whole kronor. A year that no
 * report has settled is held by the decision's own sum.
 */
export function checkPaymentCeiling(
  payment: { year: number; amount: Kronor },
  { taken, entitled }: { taken: Kronor; entitled: Kronor | null },
): Finding[] {
  const { year, amount } = payment;
  if (entitled === null || taken + amount <= entitled) return [];
  const data = { year, amount, taken, entitled, above: taken + amount - entitled };
  return [{ code: 'paymentAboveCeiling', outcome: 'notMet', citation: null, data }];
}
