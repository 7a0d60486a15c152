import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '#platform/config';
import { DomainError } from '#platform/errors';
import { networkOf } from './network.js';
import { refusedFor } from './refused.js';

/** How often one network, one account, and one key of a machine, may ask. Counted by each process for itself, so that it costs no round trip. */
@Injectable()
export class RequestLimits {
  private readonly networks: RateLimiterMemory;
  private readonly accounts: RateLimiterMemory;
  private readonly keys: RateLimiterMemory;

  constructor(@Inject(CONFIG) { limits }: Config) {
    const perMinute = (points: number) => new RateLimiterMemory({ points, duration: 60 });
    this.networks = perMinute(limits.requestsPerAddress);
    this.accounts = perMinute(limits.requestsPerAccount);
    this.keys = perMinute(limits.requestsPerKey);
  }

  ofAddress(address: string): Promise<void> {
    return take(this.networks, networkOf(address));
  }

  ofAccount(userId: string): Promise<void> {
    return take(this.accounts, userId);
  }

  /** Each key by itself: a machine that asks too often shuts out neither its owner nor the owner's other machines. */
  ofKey(keyId: string): Promise<void> {
    return take(this.keys, keyId);
  }
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    throw new DomainError('tooManyRequests', { retryAfterSeconds: refusedFor(refusal) });
  }
}
