import { BEFORE_PROOF, DEMANDS_FRESH_PROOF, type Permission } from './permissions.js';

export const SECOND_FACTOR_MODES = ['demanded', 'offered'] as const;
/** Of agency staff: whether they must have a second factor, or may. Recipients always may. */
export type SecondFactorMode = (typeof SECOND_FACTOR_MODES)[number];

/** How long one proof is good for acts that demand a fresh one, minutes. */
export const PROOF_MINUTES = 10;

export const SECOND_FACTOR_STATES = ['notAsked', 'enrol', 'prove', 'proven'] as const;
/** Where a session stands: what it must do before it may do anything else, if anything. */
export type SecondFactorState = (typeof SECOND_FACTOR_STATES)[number];

export interface SecondFactorFacts {
  /** `null` for agency staff. */
  organisationId: string | null;
  isEnrolled: boolean;
  /** When this session proved the second factor last; `null` where it has not. */
  provenAt: Date | null;
}

export function isDemandedOf(
  mode: SecondFactorMode,
  { organisationId }: Pick<SecondFactorFacts, 'organisationId'>,
): boolean {
  return mode === 'demanded' && organisationId === null;
}

/** Whoever has enrolled is asked, also where it is only offered: the password alone opens that account no more. */
export function secondFactorState(mode: SecondFactorMode, facts: SecondFactorFacts): SecondFactorState {
  if (facts.isEnrolled) return facts.provenAt === null ? 'prove' : 'proven';
  return isDemandedOf(mode, facts) ? 'enrol' : 'notAsked';
}

/**
 * May the session do this, as to its second factor? `secondFactorRequired` until it is proven, then `stepUpRequired` for what
 * demands a proof that is younger than `PROOF_MINUTES`. Who has none is not asked for a fresh one: the first is enrolled so.
 */
export function checkSecondFactor(
  mode: SecondFactorMode,
  facts: SecondFactorFacts,
  permission: Permission,
  now: Date,
): 'allowed' | 'secondFactorRequired' | 'stepUpRequired' {
  const state = secondFactorState(mode, facts);
  const isOpen = state === 'notAsked' || state === 'proven';
  if (!isOpen && !BEFORE_PROOF.includes(permission)) return 'secondFactorRequired';
  if (!facts.isEnrolled || !demandsFreshProof(permission)) return 'allowed';
  if (facts.provenAt === null) return 'secondFactorRequired';
  return isFresh(facts.provenAt, now) ? 'allowed' : 'stepUpRequired';
}

export const demandsFreshProof = (permission: Permission): boolean =>
  DEMANDS_FRESH_PROOF.includes(permission);

/** A proof is good for acts that demand a fresh one until `PROOF_MINUTES` have passed. */
export function isFresh(provenAt: Date, now: Date): boolean {
  return now.getTime() - provenAt.getTime() < PROOF_MINUTES * 60_000;
}

const LONGEST_WAIT_SECONDS = 86_400;

/**
 * How long to wait after the `tries`th wrong code in a row, seconds: nothing for fewer than `freeTries`, then 30, 60, 120 … up to a day.
 * Whoever guesses six digits, three of a million right at any time, gets some 400 tries a year; who knows the password and
 * stands in the way of its owner does so no longer than until the password is changed, and a passkey is never counted.
 */
export function waitAfter(tries: number, freeTries: number): number {
  if (tries < freeTries) return 0;
  return Math.min(30 * 2 ** (tries - freeTries), LONGEST_WAIT_SECONDS);
}
