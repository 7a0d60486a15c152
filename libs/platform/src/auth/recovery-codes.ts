import { randomBytes } from 'node:crypto';
import { hashToken } from './session-token.js';

const COUNT = 10;
const LENGTH = 16;
/** Without I, L, O and U, which are read as something else. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Codes to write on paper, `XXXX-XXXX-XXXX-XXXX`: 80 random bits each, so that a plain hash hides them. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () =>
    [...randomBytes(LENGTH)]
      .map((byte) => LETTERS[byte % LETTERS.length])
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  );
}

/** However it was typed: with or without hyphens and spaces, in large or small letters. */
export function hashRecoveryCode(typed: string): Buffer {
  return hashToken(typed.replace(/[\s-]/g, '').toUpperCase());
}
