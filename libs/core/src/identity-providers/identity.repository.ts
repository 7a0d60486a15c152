import { Injectable } from '@nestjs/common';
import { userJson, type SessionUser } from '#core/users';
import { Database, sql } from '#platform/database';
import type { Asked, Identity } from './identity-providers.js';

const NO_CASES = { organisationId: null };

/** Somebody who is invited and has not come yet. */
export interface Invited {
  userId: string;
  personId: string;
  organisationId: string | null;
}

/** Who of us a provider's people are, and what browsers that went to a provider must come back with. */
@Injectable()
export class IdentityRepository {
  constructor(private readonly database: Database) {}

  async keepAttempt(
    tokenHash: Buffer,
    providerId: string,
    { state, nonce, verifier }: Asked,
    times: { now: Date; until: Date },
  ): Promise<void> {
    await this.database.transaction(NO_CASES, async () => {
      await this.database.execute(sql`DELETE FROM sign_in_attempts WHERE expires_at <= ${times.now}`);
      await this.database.execute(
        sql`INSERT INTO sign_in_attempts (token_hash, provider, state, nonce, verifier, expires_at)
            VALUES (${tokenHash}, ${providerId}, ${state}, ${nonce}, ${verifier}, ${times.until})`,
      );
    });
  }

  /** Once: the second to ask gets nothing. */
  async takeAttempt(tokenHash: Buffer, now: Date): Promise<(Asked & { provider: string }) | undefined> {
    const [taken] = await this.database.transaction(NO_CASES, () =>
      this.database.execute<Asked & { provider: string; isLate: boolean }>(
        sql`DELETE FROM sign_in_attempts WHERE token_hash = ${tokenHash}
            RETURNING provider, state, nonce, verifier, expires_at <= ${now}::timestamptz AS "isLate"`,
      ),
    );
    return taken?.isLate ? undefined : taken;
  }

  async linked({ issuer, subject }: Identity): Promise<SessionUser | undefined> {
    const found = await this.database.readOne<{ user: SessionUser }>(
      NO_CASES,
      sql`SELECT ${userJson(sql`NULL`)} AS user FROM user_identities i JOIN users u ON u.id = i.user_id
          LEFT JOIN organisations o ON o.id = u.organisation_id
          WHERE i.issuer = ${issuer} AND i.subject = ${subject} AND u.is_active`,
    );
    return found?.user;
  }

  /** Of an address, whose invitation is still good. Nobody who has a password, or came from this provider before. */
  invited(issuer: string, email: string, now: Date): Promise<Invited | undefined> {
    return this.database.readOne(
      NO_CASES,
      sql`SELECT u.id AS "userId", u.person_id AS "personId", u.organisation_id AS "organisationId" FROM users u
          JOIN user_invitations v ON v.user_id = u.id AND v.purpose = 'invitation' AND v.expires_at > ${now}::timestamptz
          WHERE u.email = ${email} AND u.is_active
            AND NOT EXISTS (SELECT FROM user_identities i WHERE i.user_id = u.id AND i.issuer = ${issuer})`,
    );
  }

  /** False where somebody else has used the invitation, or is that person, meanwhile. */
  async link({ issuer, subject }: Identity, userId: string, now: Date): Promise<boolean> {
    const used = await this.database.execute(
      sql`DELETE FROM user_invitations WHERE user_id = ${userId} AND purpose = 'invitation' RETURNING user_id`,
    );
    const linked = await this.database.execute(
      sql`INSERT INTO user_identities (issuer, subject, user_id, linked_at)
          VALUES (${issuer}, ${subject}, ${userId}, ${now}) ON CONFLICT DO NOTHING RETURNING user_id`,
    );
    return used.length === 1 && linked.length === 1;
  }
}
