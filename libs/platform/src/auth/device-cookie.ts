import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * A browser that has signed in to an account before, after OWASP's "Slow Down Online Guessing Attacks with Device
 * Cookies": `<random>.<signature>`. The key is the stored hash of the password, which nobody outside knows: no secret to
 * keep beside it, and a changed password makes every device a stranger.
 */
export function newDevice(userId: string, passwordHash: string): string {
  const device = randomBytes(16).toString('base64url');
  return `${device}.${signature(device, userId, passwordHash)}`;
}

/** Which device it is, of those that the account knows; `undefined` for a stranger's. */
export function knownDevice(cookie: string, userId: string, passwordHash: string): string | undefined {
  const [device = '', given = ''] = cookie.split('.');
  const [expected, actual] = [signature(device, userId, passwordHash), given].map((text) =>
    Buffer.from(text),
  );
  return expected!.length === actual!.length && timingSafeEqual(expected!, actual!) ? device : undefined;
}

const signature = (device: string, userId: string, passwordHash: string): string =>
  createHmac('sha256', passwordHash).update(`${device} ${userId}`).digest('base64url');
