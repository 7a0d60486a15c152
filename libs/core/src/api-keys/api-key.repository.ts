import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { KeyScope } from '#domain/access/api-key';
import type { LocalDate } from '#domain/shared/local-date';
import { userJson, type SessionUser } from '#core/users';
import { Database, sql, type JsonText } from '#platform/database';

const NO_CASES = { organisationId: null };
/** `last_used_at` is written at most once a minute, so that reading does not write at every request. */
const TOUCH_SECONDS = 60;

export interface ApiKey {
  id: string;
  name: string;
  scopes: KeyScope[];
  createdAt: Date;
  /** The last day on which it is good. */
  expiresOn: LocalDate;
}

/** Keys for machines. A row is a key that is good until it ends; one that is revoked is gone. */
@Injectable()
export class ApiKeyRepository {
  constructor(private readonly database: Database) {}

  /** One's own, the latest first. */
  list(actor: Actor): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT json_build_object('items', coalesce(json_agg(json_build_object('id', k.id, 'name', k.name,
            'scopes', k.scopes, 'createdAt', k.created_at, 'expiresOn', k.expires_on, 'lastUsedAt', k.last_used_at)
            ORDER BY k.created_at DESC, k.id DESC), '[]'::json))::text AS body
          FROM api_keys k WHERE k.user_id = ${actor.userId}`,
    );
  }

  async countOf(userId: string): Promise<number> {
    const [row] = await this.database.execute<{ count: string }>(
      sql`SELECT count(*) FROM api_keys WHERE user_id = ${userId}`,
    );
    return Number(row!.count);
  }

  async insert(userId: string, tokenHash: Buffer, key: ApiKey): Promise<void> {
    const { id, name, scopes, createdAt, expiresOn } = key;
    await this.database.execute(
      sql`INSERT INTO api_keys (id, user_id, name, token_hash, scopes, created_at, expires_on)
          VALUES (${id}, ${userId}, ${name}, ${tokenHash}, ${scopes}::text[], ${createdAt}, ${expiresOn}::date)`,
    );
  }

  /** False where there is none such, or it is somebody else's. */
  async remove({ userId }: Actor, id: string): Promise<boolean> {
    const removed = await this.database.execute(
      sql`DELETE FROM api_keys WHERE id = ${id} AND user_id = ${userId} RETURNING id`,
    );
    return removed.length === 1;
  }

  /** Whose it is, as a session would have it. */
  async touch(tokenHash: Buffer, now: Date): Promise<SessionUser | undefined> {
    const found = await this.database.readOne<{
      user: SessionUser;
      key: NonNullable<SessionUser['key']>;
      isStaleTouch: boolean;
    }>(
      NO_CASES,
      sql`SELECT ${userJson(sql`NULL`)} AS user,
            json_build_object('id', k.id, 'scopes', k.scopes, 'expiresOn', k.expires_on) AS key,
            coalesce(k.last_used_at, 'epoch') < ${now}::timestamptz - make_interval(secs => ${TOUCH_SECONDS}) AS "isStaleTouch"
          FROM api_keys k JOIN users u ON u.id = k.user_id LEFT JOIN organisations o ON o.id = u.organisation_id
          WHERE k.token_hash = ${tokenHash} AND u.is_active`,
    );
    if (!found) return undefined;
    if (found.isStaleTouch)
      await this.database.transaction(NO_CASES, () =>
        this.database.execute(sql`UPDATE api_keys SET last_used_at = ${now} WHERE token_hash = ${tokenHash}`),
      );
    return { ...found.user, key: found.key };
  }
}
