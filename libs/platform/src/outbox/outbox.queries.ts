import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';

const EVERYTHING = { organisationId: null };

@Injectable()
export class OutboxQueries {
  constructor(private readonly database: Database) {}

  /** How many jobs have been ordered and are not yet in the queue, and for how many seconds the oldest has waited. */
  async waiting(): Promise<{ count: number; oldest: number }> {
    const row = await this.database.readOne<{ count: number; oldest: number }>(
      EVERYTHING,
      sql`SELECT count(*)::integer AS count,
            coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS oldest
          FROM outbox_messages WHERE relayed_at IS NULL`,
    );
    return row!;
  }
}
