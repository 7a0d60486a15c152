import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import { DomainError } from '#platform/errors';

export interface IdempotentRequest {
  actorId: string;
  key: string;
  /** What was asked: method, path and body. */
  request: string;
}

interface Stored {
  same: boolean;
  body: string;
}

/** The same key with the same request acts once. Lives in the act's own transaction: both are kept or neither. */
@Injectable()
export class Idempotency {
  constructor(private readonly database: Database) {}

  /**
   * The first answer where the key was used before, else `undefined`, and the key is now held until the transaction ends:
   * a twin that arrives meanwhile waits on the unique index and then finds the answer.
   */
  async claim({ actorId, key, request }: IdempotentRequest): Promise<string | undefined> {
    const hash = createHash('sha256').update(request).digest();
    const claimed = await this.database.execute(
      sql`INSERT INTO idempotency_keys (actor_id, key, request_hash) VALUES (${actorId}, ${key}, ${hash})
          ON CONFLICT DO NOTHING RETURNING 1 AS claimed`,
    );
    if (claimed.length > 0) return undefined;
    const [stored] = await this.database.execute<Stored>(
      sql`SELECT request_hash = ${hash} AS same, body FROM idempotency_keys WHERE actor_id = ${actorId} AND key = ${key}`,
    );
    if (!stored) throw new DomainError('conflict');
    if (!stored.same) throw new DomainError('idempotencyKeyReused');
    return stored.body;
  }

  /** A key is remembered for a week: no client tries longer. */
  async removeOld(): Promise<void> {
    await this.database.transaction({ organisationId: null }, () =>
      this.database.execute(sql`DELETE FROM idempotency_keys WHERE created_at < now() - interval '7 days'`),
    );
  }

  async keep({ actorId, key }: IdempotentRequest, body: string): Promise<void> {
    await this.database.execute(
      sql`UPDATE idempotency_keys SET body = ${body} WHERE actor_id = ${actorId} AND key = ${key}`,
    );
  }
}
