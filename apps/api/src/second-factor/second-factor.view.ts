import { count, flag, id, instant, many, oneOf, open, orNull, Shows, text } from '../http/view-fields.js';

const KINDS = ['totp', 'passkey'] as const;

/** `totp`: an authenticator app. */
class FactorView {
  @Shows(id) id: string;
  @Shows(oneOf(KINDS)) kind: (typeof KINDS)[number];
  @Shows(text) name: string;
  @Shows(instant) createdAt: string;
  @Shows(orNull(instant)) lastUsedAt: string | null;
}

export class SecondFactorView {
  /** Of this account: then the last one cannot be removed. */
  @Shows(flag) isDemanded: boolean;
  /** How long a proof is good for acts that demand a fresh one. */
  @Shows(count) proofMinutes: number;
  @Shows(many(FactorView)) factors: FactorView[];
  @Shows(count) recoveryCodesLeft: number;
}

/** Shown once: the secret as letters, and the address that a QR code is made of. */
export class TotpView {
  @Shows(text) secret: string;
  @Shows(text) address: string;
}

/** For `navigator.credentials.create`. */
export class PasskeyOptionsView {
  @Shows(open) options: object;
}

/** For `navigator.credentials.get`; null where the account has no passkey. */
export class PasskeyRequestView {
  @Shows(orNull(open)) options: object | null;
}

/** The first factor comes with recovery codes, which are shown once. */
export class AddedFactorView {
  @Shows(orNull(many(text))) recoveryCodes: string[] | null;
}

export class RecoveryCodesView {
  @Shows(many(text)) recoveryCodes: string[];
}
