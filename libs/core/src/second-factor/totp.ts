import { Secret, TOTP } from 'otpauth';

const SECONDS = 30;
/** Clocks differ, and people type slowly: the code before and the code after are taken too. */
const WINDOW = 1;
const BYTES = 20;

const totpOf = (secret: Uint8Array, label = ''): TOTP =>
  new TOTP({
    issuer: 'Medel',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: SECONDS,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  });

export const newTotpSecret = (): Uint8Array => new Secret({ size: BYTES }).bytes;

/** What an authenticator app is told: as letters to type, and as the address that a QR code holds. */
export function describeTotp(secret: Uint8Array, email: string): { secret: string; address: string } {
  const totp = totpOf(secret, email);
  return { secret: totp.secret.base32, address: totp.toString() };
}

/** The library throws at other signs, though they may be six of them. */
const CODE = /^[0-9]{6}$/;

/** The 30 seconds since 1970 that the code is of (RFC 6238), or `undefined` where it is not of these ones. */
export function stepOf(secret: Uint8Array, code: string, now: Date): number | undefined {
  if (!CODE.test(code)) return undefined;
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : Math.floor(timestamp / 1_000 / SECONDS) + delta;
}
