import type { DecisionOutcome } from '../decisions/proposal.js';
import type { Kronor } from '../shared/money.js';

export const LETTER_KINDS = [
  'approval',
  'partialApproval',
  'rejection',
  'dismissal',
  'discontinuation',
  'amendment',
  'revocation',
  'completionRequest',
  'delayNotice',
  'recoveryDemand',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

const OTHERWISE = { reject: 'rejection', dismiss: 'dismissal', discontinue: 'discontinuation' } as const;

/** Which letter tells of a decision. Sums of all years, kronor; less than what was asked for is approved in part. */
export function letterKindOf(decision: {
  outcome: DecisionOutcome;
  isAmendment: boolean;
  granted: Kronor;
  requested: Kronor;
}): LetterKind {
  const { outcome, isAmendment, granted, requested } = decision;
  if (outcome !== 'approve') return OTHERWISE[outcome];
  if (isAmendment) return 'amendment';
  return granted < requested ? 'partialApproval' : 'approval';
}
