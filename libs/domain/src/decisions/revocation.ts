import type { Finding } from '../shared/finding.js';
import type { YearAmount } from '../shared/money.js';
import type { DecisionOutcome } from './proposal.js';

/** Why a decision no longer holds. The sections on it are not in our sources, so no ground has a citation. */
export const REVOCATION_GROUNDS = [
  'incorrectInformation',
  'usedForOtherPurpose',
  'conditionNotMet',
  'reportMissing',
  'renounced',
] as const;

export type RevocationGround = (typeof REVOCATION_GROUNDS)[number];

/** What a revocation said. */
export interface Revocation {
  grounds: readonly RevocationGround[];
  reasons: string;
  /** Per year, whole kronor: paid or on its way to the bank when it was revoked, and so to be recovered. */
  toRecover: readonly YearAmount[];
}

/** Only what grants money is revoked: a refusal leaves nothing to take back. */
export function checkRevocable({ outcome }: { outcome: DecisionOutcome }): Finding[] {
  return outcome === 'approve'
    ? []
    : [{ code: 'notAGrant', outcome: 'notMet', citation: null, data: { outcome } }];
}
