import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { SYSTEM } from '#core/access';
import { Database, sql, type Sql } from '#platform/database';
import { newId } from '#platform/ids';
import type { Device } from './device.js';
import { AccountRepository } from './account.repository.js';
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

/** The person behind a session that has ended. */
interface Ended {
  id: string;
  userId: string;
  personId: string;
}

@Injectable()
export class SessionRepository {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
  ) {}

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

  /** With its event, and what was refused before it. */
  async insert(
    tokenHash: Buffer,
    actor: Actor,
    now: Date,
    { browser, system, network }: Device,
  ): Promise<void> {
    const sessionId = newId();
    await this.database.transaction(NO_CASES, async () => {
      await this.database.execute(
        sql`INSERT INTO sessions (token_hash, user_id, created_at, seen_at, id, browser, system, network)
            VALUES (${tokenHash}, ${actor.userId}, ${now}, ${now}, ${sessionId}, ${browser}, ${system}, ${network})`,
      );
      await this.tellRefused(sql`user_id = ${actor.userId}`, now);
      const event = { action: 'sign-in', actor, at: now, data: { sessionId, network } };
      await this.accounts.note(actor.userId, event);
    });
  }

  /** Counts a refused sign-in. The same statement whether there is such an account, so that none is told by the time it takes. */
  async countRefused(email: string, now: Date): Promise<void> {
    await this.database.transaction(NO_CASES, () =>
      this.database.execute(
        sql`INSERT INTO refused_sign_ins (user_id, since, until, count)
            SELECT id, ${now}::timestamptz, ${now}::timestamptz, 1 FROM users WHERE email = ${email}
            ON CONFLICT (user_id) DO UPDATE SET count = refused_sign_ins.count + 1, until = excluded.until`,
      ),
    );
  }

  /** One event for all that was refused in a while, however often it was tried. */
  async tellRefusedBefore(before: Date, now: Date): Promise<void> {
    await this.database.transaction(NO_CASES, () =>
      this.tellRefused(sql`since <= ${before}::timestamptz`, now),
    );
  }

  private async tellRefused(which: Sql, now: Date): Promise<void> {
    const told = await this.database.execute<{ userId: string; since: Date; until: Date; count: number }>(
      sql`DELETE FROM refused_sign_ins WHERE ${which} RETURNING user_id AS "userId", since, until, count`,
    );
    for (const { userId, ...data } of told.toSorted((one, other) => (one.userId < other.userId ? -1 : 1)))
      await this.accounts.note(userId, { action: 'refuse-sign-in', actor: SYSTEM, at: now, data });
  }

  async touch(tokenHash: Buffer, now: Date): Promise<SessionUser | undefined> {
    const found = await this.look(tokenHash, now);
    if (found?.isStaleTouch)
      await this.database.transaction(NO_CASES, () =>
        this.database.execute(sql`UPDATE sessions SET seen_at = ${now} WHERE token_hash = ${tokenHash}`),
      );
    return found?.user;
  }

  /** Without its being used. */
  look(tokenHash: Buffer, now: Date): Promise<{ user: SessionUser; isStaleTouch: boolean } | undefined> {
    return this.database.readOne(
      NO_CASES,
      sql`SELECT ${userJson(sql`s.second_factor_at`)} AS user, s.seen_at < ${now}::timestamptz - make_interval(secs => ${TOUCH_SECONDS}) AS "isStaleTouch"
          FROM sessions s JOIN users u ON u.id = s.user_id LEFT JOIN organisations o ON o.id = u.organisation_id
          WHERE s.token_hash = ${tokenHash} AND u.is_active AND ${isLive(now)}`,
    );
  }

  /** One that somebody is ending this moment is theirs to remove. */
  async removeEnded(now: Date): Promise<void> {
    await this.database.transaction(NO_CASES, () =>
      this.database.execute(
        sql`DELETE FROM sessions WHERE token_hash = ANY (ARRAY(SELECT token_hash FROM sessions
              WHERE seen_at <= ${now}::timestamptz - make_interval(mins => ${IDLE_MINUTES})
                OR created_at <= ${now}::timestamptz - make_interval(hours => ${HOURS}) FOR UPDATE SKIP LOCKED))`,
      ),
    );
  }

  /** One that had ended already has nothing to tell. The account is locked before its session, as by `AccountRepository.lock`. */
  async remove(tokenHash: Buffer, now: Date): Promise<void> {
    await this.database.transaction(NO_CASES, async () => {
      const [ended] = await this.database.execute<Ended>(
        sql`WITH u AS MATERIALIZED (SELECT u.id, u.person_id FROM sessions s JOIN users u ON u.id = s.user_id
              WHERE s.token_hash = ${tokenHash} FOR UPDATE OF u)
            DELETE FROM sessions s USING u WHERE s.token_hash = ${tokenHash} AND u.id = s.user_id
            RETURNING s.id, u.id AS "userId", u.person_id AS "personId"`,
      );
      if (!ended) return;
      const event = { action: 'sign-out', actor: ended, at: now, data: { sessionId: ended.id } };
      await this.accounts.note(ended.userId, event);
    });
  }
}
