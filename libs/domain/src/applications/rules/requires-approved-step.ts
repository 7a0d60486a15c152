import type { RequiresApprovedStepRule } from '../../regulations/rule.js';
import type { Finding } from '../../shared/finding.js';
import type { CaseFacts } from '../facts.js';
import { answer, type Cited } from './cite.js';

/**
 * Met when the recipient's report of the earlier step is approved (agency practice under 2018:118: measures follow on
 * a mapping). `null` in a call of another step, which the rule does not concern.
 */
export function checkRequiresApprovedStep(
  { call, approvedSteps }: Pick<CaseFacts, 'approvedSteps'> & { call: Pick<CaseFacts['call'], 'step'> },
  rule: RequiresApprovedStepRule,
  wording: Cited,
): Finding | null {
  const { step, forStep } = rule.parameters;
  if (call.step !== forStep) return null;
  return answer(rule, wording, approvedSteps.includes(step) ? 'met' : 'notMet', {
    required: step,
    approvedSteps,
  });
}
