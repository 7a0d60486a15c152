import { createHash } from 'node:crypto';
import { API_PREFIX } from '../http/server.js';

export const SIGN_IN_PATH = `/${API_PREFIX}/session`;
export const DEVICE_SECONDS = 180 * 86_400;

/** One for each account that has signed in here: several people may share a browser. The name tells none of them. */
export function deviceCookieOf(email: string): string {
  const account = createHash('sha256').update(email.trim().toLowerCase()).digest('hex').slice(0, 16);
  return `medel_device_${account}`;
}
