import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Database } from '#platform/database';
import { DomainError } from '#platform/errors';
import { refusedFor } from './refused.js';

/** What is counted together, and how much of it is borne within how long. */
export interface AttemptLimit {
  name: string;
  most: number;
  seconds: number;
}

/** One count: a limit, and of whom. */
export interface Counted {
  limit: AttemptLimit;
  of: string;
}

/** Attempts that may fail, counted in PostgreSQL, so that a limit holds over all processes. */
@Injectable()
export class AttemptLimits {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(private readonly database: Database) {}

  /**
   * Does `work`, which answers whether it succeeded. Each count is taken before, so that many at once are no way around,
   * and given back unless the attempt failed. Beyond a limit: 429, and the counts before it are given back.
   */
  async during(counts: readonly Counted[], work: () => Promise<boolean>): Promise<boolean> {
    await this.take(counts);
    let hasFailed = false;
    try {
      hasFailed = !(await work());
    } finally {
      if (!hasFailed) await this.giveBack(counts);
    }
    return !hasFailed;
  }

  private async take(counts: readonly Counted[]): Promise<void> {
    for (const [place, { limit, of }] of counts.entries())
      try {
        await this.limiterOf(limit).consume(keyOf(of));
      } catch (refusal) {
        const seconds = refusedFor(refusal);
        await this.giveBack(counts.slice(0, place));
        throw new DomainError('tooManyRequests', { retryAfterSeconds: seconds });
      }
  }

  private async giveBack(counts: readonly Counted[]): Promise<void> {
    for (const { limit, of } of counts) await this.limiterOf(limit).reward(keyOf(of), 1);
  }

  private limiterOf(limit: AttemptLimit): RateLimiterPostgres {
    const known = this.limiters.get(limit.name);
    if (known) return known;
    const limiter = new RateLimiterPostgres({
      storeClient: this.database.source,
      storeType: 'typeorm',
      tableName: 'attempts',
      tableCreated: true,
      keyPrefix: limit.name,
      points: limit.most,
      duration: limit.seconds,
    });
    this.limiters.set(limit.name, limiter);
    return limiter;
  }
}

/** Whose attempts they are is nobody's business who reads the table. */
const keyOf = (of: string): string => createHash('sha256').update(of).digest('base64url');
