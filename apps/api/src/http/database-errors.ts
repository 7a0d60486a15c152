import { isNativeError } from 'node:util/types';
import { isPassing } from '#platform/database';
import { Conflict, DomainError, type ErrorCode } from '#platform/errors';

interface DatabaseFault {
  code?: string;
  constraint?: string;
}

/** Constraints whose refusal has a name of its own: the database's last word is told as the service's first. */
const CONSTRAINTS: Record<string, ErrorCode> = {
  appropriation_funds_available: 'budgetExceeded',
  decisions_four_eyes: 'fourEyes',
  payments_four_eyes: 'fourEyes',
  recoveries_four_eyes: 'fourEyes',
  decisions_no_interest: 'conflictOfInterest',
  assessments_four_eyes: 'fourEyes',
  judgements_four_eyes: 'fourEyes',
  assessments_no_interest: 'conflictOfInterest',
  condition_judgements_no_interest: 'conflictOfInterest',
  judgements_no_interest: 'conflictOfInterest',
  reports_no_interest: 'conflictOfInterest',
  thinnings_no_interest: 'conflictOfInterest',
  co_financing_proofs_no_interest: 'conflictOfInterest',
  payments_no_interest: 'conflictOfInterest',
  recoveries_no_interest: 'conflictOfInterest',
  recoveries_paid: 'conflict',
  recovery_balances_principal: 'conflict',
  recovery_balances_interest: 'conflict',
  reports_evidence: 'rulesNotMet',
};

export function fromDatabase(error: unknown): DomainError | undefined {
  const cause = (error as { driverError?: unknown } | null)?.driverError ?? error;
  if (!isNativeError(cause)) return undefined;
  const { code = '', constraint = '' } = cause as DatabaseFault;
  const named = CONSTRAINTS[constraint];
  if (named) return new DomainError(named);
  if (code === '23505') return new Conflict();
  if (isPassing(cause)) return new DomainError('unavailable');
  return undefined;
}
