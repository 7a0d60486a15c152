import { Injectable } from '@nestjs/common';
import { Database, sql, type Sql } from '#platform/database';
import { newId } from '#platform/ids';
import type { Device } from './device.js';
import type { PasswordOwner } from './password-rules.js';
import type { SessionUser } from './session-user.js';

const NO_CASES = { organisationId: null };
const IDLE_MINUTES = 30;
const HOURS = 10;
/** `seen_at` is written at most once a minute, so that reading does not write at every request. */
const TOUCH_SECONDS = 60;

/** Of a user `u` and its organisation `o`. */
export const userJson = (
  provenAt: Sql,
) => sql`json_build_object('id', u.id, 'personId', u.person_id, 'name', u.name, 'email', u.email, 'roles', u.roles,
  'organisation', CASE WHEN o.id IS NOT NULL
    THEN json_build_object('id', o.id, 'code', o.code, 'name', o.name, 'kind', o.kind) END,
  'hasSecondFactor', EXISTS (SELECT FROM second_factors f WHERE f.user_id = u.id), 'provenAt', ${provenAt})`;

/** Of a session `s`: neither idle for too long nor too old. */
export const isLive = (
  now: Date,
): Sql => sql`s.seen_at > ${now}::timestamptz - make_interval(mins => ${IDLE_MINUTES})
  AND s.created_at > ${now}::timestamptz - make_interval(hours => ${HOURS})`;

@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  findUser(email: string): Promise<{ user: SessionUser; passwordHash: string } | undefined> {
    return this.database.readOne(
      NO_CASES,
      sql`SELECT ${userJson(sql`NULL`)} AS user, u.password_hash AS "passwordHash" FROM users u
          LEFT JOIN organisations o ON o.id = u.organisation_id WHERE u.email = ${email} AND u.is_active`,
    );
  }

  /** What is needed to set another password. */
  findOwn(userId: string): Promise<(PasswordOwner & { passwordHash: string }) | undefined> {
    return this.database.readOne(
      NO_CASES,
      sql`SELECT u.email, u.name, o.name AS organisation, u.password_hash AS "passwordHash" FROM users u
          LEFT JOIN organisations o ON o.id = u.organisation_id WHERE u.id = ${userId} AND u.is_active`,
    );
  }

  async insert(
    tokenHash: Buffer,
    userId: string,
    now: Date,
    { browser, system, network }: Device,
  ): Promise<void> {
    await this.database.transaction(NO_CASES, () =>
      this.database.execute(
        sql`INSERT INTO sessions (token_hash, user_id, created_at, seen_at, id, browser, system, network)
            VALUES (${tokenHash}, ${userId}, ${now}, ${now}, ${newId()}, ${browser}, ${system}, ${network})`,
      ),
    );
  }

  async touch(tokenHash: Buffer, now: Date): Promise<SessionUser | undefined> {
    const found = await this.database.readOne<{ user: SessionUser; isStaleTouch: boolean }>(
      NO_CASES,
      sql`SELECT ${userJson(sql`s.second_factor_at`)} AS user, s.seen_at < ${now}::timestamptz - make_interval(secs => ${TOUCH_SECONDS}) AS "isStaleTouch"
          FROM sessions s JOIN users u ON u.id = s.user_id LEFT JOIN organisations o ON o.id = u.organisation_id
          WHERE s.token_hash = ${tokenHash} AND u.is_active AND ${isLive(now)}`,
    );
    if (found?.isStaleTouch)
      await this.database.transaction(NO_CASES, () =>
        this.database.execute(sql`UPDATE sessions SET seen_at = ${now} WHERE token_hash = ${tokenHash}`),
      );
    return found?.user;
  }

  async removeEnded(now: Date): Promise<void> {
    await this.database.transaction(NO_CASES, () =>
      this.database.execute(
        sql`DELETE FROM sessions WHERE seen_at <= ${now}::timestamptz - make_interval(mins => ${IDLE_MINUTES})
            OR created_at <= ${now}::timestamptz - make_interval(hours => ${HOURS})`,
      ),
    );
  }

  async remove(tokenHash: Buffer): Promise<void> {
    await this.database.transaction(NO_CASES, () =>
      this.database.execute(sql`DELETE FROM sessions WHERE token_hash = ${tokenHash}`),
    );
  }
}
