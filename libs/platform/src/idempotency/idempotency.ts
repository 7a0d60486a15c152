import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, sql, type Scope } from '#platform/database';
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
   * True where the key is new; it is then held until the transaction ends. A twin that arrives meanwhile waits on the
   * unique index. False where it was used before: see `first`.
   */
  async claim({ actorId, key, request }: IdempotentRequest): Promise<boolean> {
    const claimed = await this.database.execute(
      sql`INSERT INTO idempotency_keys (actor_id, key, request_hash) VALUES (${actorId}, ${key}, ${hashOf(request)})
          ON CONFLICT DO NOTHING RETURNING 1 AS claimed`,
    );
    return claimed.length > 0;
  }

  /** The first answer to a key that was used before. Throws where another request used it. */
  async first(scope: Scope, { actorId, key, request }: IdempotentRequest): Promise<string> {
    const stored = await this.database.readOne<Stored>(
      scope,
      sql`SELECT request_hash = ${hashOf(request)} AS same, body FROM idempotency_keys
          WHERE actor_id = ${actorId} AND key = ${key}`,
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

  keep({ actorId, key }: IdempotentRequest, body: string): void {
    this.database.send(
      sql`UPDATE idempotency_keys SET body = ${body} WHERE actor_id = ${actorId} AND key = ${key}`,
    );
  }
}

function hashOf(request: string): Buffer {
  return createHash('sha256').update(request).digest();
}
