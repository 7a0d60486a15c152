import { Injectable } from '@nestjs/common';
import { Database, sql, type JsonText } from '#platform/database';
import type { Actor } from '#domain/access/actor';
import { isLive } from './session.repository.js';

/** What somebody sees of their own sessions, and can end. */
@Injectable()
export class OwnSessionRepository {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  list(actor: Actor, current: Buffer, now: Date): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT json_build_object('items', coalesce(json_agg(json_build_object('id', s.id, 'browser', s.browser,
            'system', s.system, 'network', s.network, 'beganAt', s.created_at, 'seenAt', s.seen_at,
            'isCurrent', s.token_hash = ${current}) ORDER BY s.seen_at DESC, s.id), '[]'::json))::text AS body
          FROM sessions s WHERE s.user_id = ${actor.userId} AND ${isLive(now)}`,
    );
  }

  /** False where there is none such, or it is somebody else's. */
  async remove({ userId }: Actor, id: string): Promise<boolean> {
    const removed = await this.database.execute(
      sql`DELETE FROM sessions WHERE id = ${id} AND user_id = ${userId} RETURNING id`,
    );
    return removed.length === 1;
  }

  /** How many there were besides the current one. */
  async removeOthers({ userId }: Actor, current: Buffer): Promise<number> {
    const removed = await this.database.execute(
      sql`DELETE FROM sessions WHERE user_id = ${userId} AND token_hash <> ${current} RETURNING id`,
    );
    return removed.length;
  }
}
