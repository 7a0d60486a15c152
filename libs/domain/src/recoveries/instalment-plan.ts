import type { Finding } from '../shared/finding.js';
import type { LocalDate } from '../shared/local-date.js';
import { sumKronor, type Kronor } from '../shared/money.js';

/** A part of a claim with its own due day. Kronor. */
export interface Portion {
  dueOn: LocalDate;
  amount: Kronor;
}

/** The most portions that a plan may have. */
export const MAX_PORTIONS = 120;

/** How long a recipient has to pay where the decision states no day: as long as räntelagen 4 § gives from a demand. */
export const DAYS_TO_PAY = 30;

/**
 * A plan shares out exactly the principal that is left, in kronor, in portions that fall due one after another, none of
 * them before today.
 */
export function checkPlan(
  plan: readonly Portion[],
  facts: { principal: Kronor; today: LocalDate },
): Finding[] {
  const sum = sumKronor(plan.map((portion) => portion.amount));
  const found = (code: string, data: Record<string, unknown>, path?: string): Finding => ({
    code,
    outcome: 'notMet',
    citation: null,
    ...(path ? { path } : {}),
    data,
  });
  return [
    ...(sum === facts.principal
      ? []
      : [found('planSum', { sum, principal: facts.principal }, 'instalments')]),
    ...plan.flatMap(({ dueOn, amount }, index) => {
      const path = `instalments[${index}]`;
      const previous = plan[index - 1]?.dueOn;
      return [
        ...(amount > 0 ? [] : [found('planPortionEmpty', {}, `${path}.amount`)]),
        ...(dueOn >= facts.today
          ? []
          : [found('planInThePast', { dueOn, today: facts.today }, `${path}.dueOn`)]),
        ...(previous === undefined || dueOn > previous
          ? []
          : [found('planOrder', { dueOn, previous }, `${path}.dueOn`)]),
      ];
    }),
  ];
}

/** What is left of each portion when `principal` kronor of the plan are unpaid: what was paid went to the oldest first. */
export function computePortions(plan: readonly Portion[], principal: Kronor): Portion[] {
  let paid = Math.max(0, sumKronor(plan.map((portion) => portion.amount)) - principal);
  return plan.flatMap(({ dueOn, amount }) => {
    const covered = Math.min(paid, amount);
    paid -= covered;
    return covered === amount ? [] : [{ dueOn, amount: amount - covered }];
  });
}
