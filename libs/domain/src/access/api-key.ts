import type { Actor } from './actor.js';
import type { LocalDate } from '../shared/local-date.js';
import { hasPermission } from './policy.js';
import type { Permission } from './permissions.js';

/**
 * What a machine may be let do with a key: read, hand in figures and files, prepare what a person then submits, and order
 * exports. Closed by default: what is not here takes a person. Nothing that demands a fresh proof, nothing of accounts,
 * sessions or second factors, and no act by which somebody signs, decides or pays.
 */
export const KEY_SCOPES = [
  'organisation.read',
  'colleague.read',
  'programme.read',
  'measure.read',
  'measureDataset.read',
  'measureDataset.create',
  'eligibility.read',
  'eligibilityRecomputation.read',
  'call.read',
  'appropriation.read',
  'application.read',
  'application.create',
  'application.edit',
  'decision.read',
  'payment.read',
  'payeeAccount.read',
  'paymentFile.read',
  'paymentFile.register-settlement',
  'report.read',
  'report.edit',
  'accountingImport.read',
  'accountingImport.create',
  'accountingImport.remap',
  'evidenceDemand.read',
  'recovery.read',
  'recovery.register-payment',
  'referenceRate.read',
  'referenceRate.create',
  'letter.read',
  'sample.read',
  'export.read',
  'export.create',
  'export.create-case-bundle',
  'export.cancel',
  'export.retry',
  'audit.read',
] as const satisfies readonly Permission[];

export type KeyScope = (typeof KEY_SCOPES)[number];

/** A key ends within so many days. */
export const LONGEST_KEY_DAYS = 365;

/** So many keys has an account at most. */
export const MOST_KEYS = 20;

interface KeyFinding {
  code: string;
  path: string;
  data?: Record<string, unknown>;
}

/**
 * What is wrong with a key that is asked for, by code: it is never worth more than its maker is, and it ends, after `today` and no
 * later than `latest`.
 */
export function checkNewKey(
  actor: Actor,
  { scopes, expiresOn }: { scopes: readonly KeyScope[]; expiresOn: LocalDate },
  { today, latest }: { today: LocalDate; latest: LocalDate },
): KeyFinding[] {
  const tooMuch = scopes.flatMap((scope, place) =>
    hasPermission(actor, scope) ? [] : [{ code: 'scopeNotYours', path: `scopes.${place}` }],
  );
  const isInTime = expiresOn > today && expiresOn <= latest;
  return isInTime ? tooMuch : [...tooMuch, { code: 'keyMustEnd', path: 'expiresOn', data: { latest } }];
}
