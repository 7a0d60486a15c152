import { Injectable } from '@nestjs/common';
import { Audit, type AuditActor, type AuditData } from '#platform/audit';
import { Database, sql, type Scope } from '#platform/database';
import { NotFound, Stale } from '#platform/errors';
import type { PasswordOwner } from './password-rules.js';
import { User } from './user.entity.js';

/** A first password, or a new one for who has forgotten theirs. */
export type Purpose = 'invitation' | 'reset';

interface Invitation {
  tokenHash: Buffer;
  purpose: Purpose;
  expiresAt: Date;
}

/** What the account's chain is told. */
interface Happening {
  action: string;
  actor: AuditActor;
  at: Date;
  data: AuditData;
}

type Changeable = Pick<
  User,
  'name' | 'email' | 'roles' | 'organisationId' | 'isActive' | 'passwordHash' | 'anonymisedAt'
>;

/** Accounts as they are administered: every change with its event in the account's own chain. */
@Injectable()
export class AccountRepository {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /**
   * The account, locked, before anything of it: its sessions, its factors. Whoever changes these takes turns, and no two wait
   * for each other.
   */
  async lock(id: string): Promise<User> {
    const [user] = await this.database.lockAll(User, sql`id = ${id}`);
    if (!user) throw new NotFound();
    return user;
  }

  /**
   * The account, locked, with every active administrator: whoever changes accounts takes turns with whoever might take
   * the last administrator away meanwhile.
   */
  async getForUpdate(id: string): Promise<{ user: User; administrators: string[] }> {
    const rows = await this.database.execute<{ id: string }>(
      sql`SELECT id FROM users WHERE is_active AND 'administrator' = ANY (roles) ORDER BY id FOR UPDATE`,
    );
    return { user: await this.lock(id), administrators: rows.map((row) => row.id) };
  }

  /** What of these is there: an organisation, an account by id, an address. */
  async known(
    scope: Scope,
    asked: { organisationId: string | null; samePersonAs: string | null; email: string | null },
  ): Promise<{ isOrganisation: boolean; personId: string | null; isEmailTaken: boolean }> {
    const row = await this.database.readOne<{
      isOrganisation: boolean;
      personId: string | null;
      isEmailTaken: boolean;
    }>(
      scope,
      sql`SELECT EXISTS (SELECT FROM organisations WHERE id = ${asked.organisationId}::uuid) AS "isOrganisation",
            (SELECT person_id FROM users WHERE id = ${asked.samePersonAs}::uuid) AS "personId",
            EXISTS (SELECT FROM users WHERE email = ${asked.email}) AS "isEmailTaken"`,
    );
    return row!;
  }

  async change(user: User, changes: Partial<Changeable>, { data, ...event }: Happening): Promise<User> {
    const { id, version, ...now } = Object.assign(user, changes);
    const update = sql`UPDATE users SET name = ${now.name}, email = ${now.email}, roles = ${now.roles}::text[],
        organisation_id = ${now.organisationId}::uuid, is_active = ${now.isActive}::boolean, password_hash = ${now.passwordHash},
        anonymised_at = ${now.anonymisedAt}::timestamptz, version = version + 1
      WHERE id = ${id} AND version = ${version} RETURNING id, version, organisation_id`;
    const events = await this.database.execute(
      this.audit.appendAfter(update, { subjectType: 'user', ...event, told: [{ id, data }] }),
    );
    if (events.length !== 1) throw new Stale();
    return Object.assign(user, { version: version + 1 });
  }

  /** What happened to the account beside its own fields, in its chain: its version is the length of that. */
  async note(userId: string, { data, ...event }: Happening): Promise<void> {
    const update = sql`UPDATE users SET version = version + 1 WHERE id = ${userId} RETURNING id, version, organisation_id`;
    await this.database.execute(
      this.audit.appendAfter(update, { subjectType: 'user', ...event, told: [{ id: userId, data }] }),
    );
  }

  /** Whoever is signed in with the account is so no more, and no machine has a key of it. */
  async endSessions(userId: string): Promise<void> {
    await this.database.execute(sql`DELETE FROM sessions WHERE user_id = ${userId}`);
    await this.endKeys(userId);
  }

  async endKeys(userId: string): Promise<void> {
    await this.database.execute(sql`DELETE FROM api_keys WHERE user_id = ${userId}`);
  }

  /** One at a time: an older one is worth nothing. */
  async keepInvitation(userId: string, invitation: Invitation): Promise<void> {
    const { tokenHash, purpose, expiresAt } = invitation;
    await this.database.execute(sql`DELETE FROM user_invitations WHERE user_id = ${userId}`);
    await this.database.execute(
      sql`INSERT INTO user_invitations (token_hash, user_id, purpose, expires_at)
          VALUES (${tokenHash}, ${userId}, ${purpose}, ${expiresAt})`,
    );
  }

  /** Whose password a token may set now. */
  invited(
    tokenHash: Buffer,
    purpose: Purpose,
    now: Date,
  ): Promise<(PasswordOwner & { userId: string }) | undefined> {
    return this.database.readOne(
      { organisationId: null },
      sql`SELECT i.user_id AS "userId", u.email, u.name, o.name AS organisation
          FROM user_invitations i JOIN users u ON u.id = i.user_id LEFT JOIN organisations o ON o.id = u.organisation_id
          WHERE i.token_hash = ${tokenHash} AND i.purpose = ${purpose} AND i.expires_at > ${now}::timestamptz AND u.is_active`,
    );
  }

  /** False where somebody else has used it meanwhile. */
  async useInvitation(tokenHash: Buffer): Promise<boolean> {
    const used = await this.database.execute(
      sql`DELETE FROM user_invitations WHERE token_hash = ${tokenHash} RETURNING user_id`,
    );
    return used.length === 1;
  }
}
