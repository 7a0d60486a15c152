import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits. Only the hash is stored: who reads the table cannot sign in with it. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A machine's key, `medel_<id>_<256 random bits>`: who finds one sees what it is, and which; the id alone opens nothing. */
export function newApiKey(id: string): string {
  return `medel_${id.replaceAll('-', '')}_${newSessionToken()}`;
}

export const isApiKey = (text: string): boolean => /^medel_[0-9a-f]{32}_[\w-]{43}$/.test(text);
