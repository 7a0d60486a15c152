import { toNfc } from '../shared/nfc.js';

/**
 * How long a password is, in characters (Unicode code points after NFC). NIST SP 800-63B-4, 3.1.1.2: at least 15 where
 * the password may be all that is asked for, and at least 64 must be allowed.
 */
export const PASSWORD_LENGTH = { min: 15, max: 128 } as const;

/** Characters as a person counts them: 'ö' is one, in whatever form the keyboard sends it. */
export function passwordLength(password: string): number {
  return [...toNfc(password)].length;
}
