import { RateLimiterRes } from 'rate-limiter-flexible';

/** Seconds until it may be tried again; what is no refusal but a fault is thrown on. */
export function refusedFor(refusal: unknown): number {
  if (!(refusal instanceof RateLimiterRes)) throw refusal;
  return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
}
