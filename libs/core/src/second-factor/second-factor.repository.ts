import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, list, sql } from '#platform/database';
import { DomainError } from '#platform/errors';

export interface TotpFactor {
  id: string;
  kind: 'totp';
  secret: Buffer;
}

export interface PasskeyFactor {
  id: string;
  kind: 'passkey';
  credentialId: string;
  publicKey: Buffer;
  transports: string[];
}

export type Factor = TotpFactor | PasskeyFactor;

export type NewFactor = { id: string; name: string } & (
  | { kind: 'totp'; secret: Buffer; lastStep: number }
  | { kind: 'passkey'; credentialId: string; publicKey: Buffer; counter: number; transports: string[] }
);

export type ChallengeKind = 'totp' | 'newPasskey' | 'passkey';

const NO_CASES = { organisationId: null };

@Injectable()
export class SecondFactorRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those of an account, the oldest first. */
  factorsOf(userId: string): Promise<Factor[]> {
    return this.database.read<Factor>(
      NO_CASES,
      sql`SELECT id, kind, secret, credential_id AS "credentialId", public_key AS "publicKey", transports
          FROM second_factors WHERE user_id = ${userId} ORDER BY created_at, id`,
    );
  }

  async passkeysOf(userId: string): Promise<PasskeyFactor[]> {
    return (await this.factorsOf(userId)).filter((factor) => factor.kind === 'passkey');
  }

  async insert(userId: string, factor: NewFactor): Promise<void> {
    const { id, kind, name } = factor;
    const own =
      factor.kind === 'totp'
        ? { names: sql`secret, last_step`, values: sql`${factor.secret}, ${factor.lastStep}::bigint` }
        : {
            names: sql`credential_id, public_key, counter, transports`,
            values: sql`${factor.credentialId}, ${factor.publicKey}, ${factor.counter}::bigint, ${factor.transports}::text[]`,
          };
    const added = await this.database.execute(
      sql`INSERT INTO second_factors (id, user_id, kind, name, created_at, ${own.names})
          VALUES (${id}, ${userId}, ${kind}, ${name}, ${this.clock.now()}, ${own.values})
          ON CONFLICT (credential_id) DO NOTHING RETURNING id`,
    );
    if (added.length === 0)
      throw new DomainError('conflict', {}, [{ code: 'passkeyKnown', path: 'passkey' }]);
  }

  /** False where there is none such. */
  async remove(userId: string, id: string): Promise<boolean> {
    const gone = await this.database.execute(
      sql`DELETE FROM second_factors WHERE id = ${id} AND user_id = ${userId} RETURNING id`,
    );
    return gone.length === 1;
  }

  /** All that the account could prove anything with. */
  async removeAll(userId: string): Promise<void> {
    await this.database.execute(sql`DELETE FROM second_factors WHERE user_id = ${userId}`);
    await this.database.execute(sql`DELETE FROM recovery_codes WHERE user_id = ${userId}`);
    await this.forgetTries(userId);
  }

  /** False where the code of this step, or of a later one, was taken before. */
  async takeStep(id: string, step: number): Promise<boolean> {
    const taken = await this.database.execute(
      sql`UPDATE second_factors SET last_step = ${step}::bigint, last_used_at = ${this.clock.now()}
          WHERE id = ${id} AND last_step < ${step}::bigint RETURNING id`,
    );
    return taken.length === 1;
  }

  /** False where the counter does not go forward: then there are two of the key. One that does not count stays at 0. */
  async takeCount(id: string, counter: number): Promise<boolean> {
    const taken = await this.database.execute(
      sql`UPDATE second_factors SET counter = ${counter}::bigint, last_used_at = ${this.clock.now()}
          WHERE id = ${id} AND (counter < ${counter}::bigint OR (counter = 0 AND ${counter}::bigint = 0)) RETURNING id`,
    );
    return taken.length === 1;
  }

  /** In place of those that there were. */
  async keepRecoveryCodes(userId: string, hashes: readonly Buffer[]): Promise<void> {
    await this.database.execute(sql`DELETE FROM recovery_codes WHERE user_id = ${userId}`);
    const rows = hashes.map((hash) => sql`(${userId}::uuid, ${hash}::bytea)`);
    await this.database.execute(sql`INSERT INTO recovery_codes (user_id, code_hash) VALUES ${list(rows)}`);
  }

  /** False where there is no such code, or somebody was first. */
  async takeRecoveryCode(userId: string, hash: Buffer): Promise<boolean> {
    const taken = await this.database.execute(
      sql`DELETE FROM recovery_codes WHERE user_id = ${userId} AND code_hash = ${hash} RETURNING user_id`,
    );
    return taken.length === 1;
  }

  /** Locked until the transaction ends, so that tries at the same time are counted one by one. */
  async lockTries(userId: string): Promise<{ tries: number; nextAt: Date }> {
    // One statement: after a right code the row is removed, also between two of them.
    const [kept] = await this.database.execute<{ tries: number; nextAt: Date }>(
      sql`INSERT INTO second_factor_tries (user_id) VALUES (${userId})
          ON CONFLICT (user_id) DO UPDATE SET tries = second_factor_tries.tries RETURNING tries, next_at AS "nextAt"`,
    );
    return kept!;
  }

  async keepTries(userId: string, tries: number, nextAt: Date): Promise<void> {
    await this.database.execute(
      sql`UPDATE second_factor_tries SET tries = ${tries}, next_at = ${nextAt} WHERE user_id = ${userId}`,
    );
  }

  async forgetTries(userId: string): Promise<void> {
    await this.database.execute(sql`DELETE FROM second_factor_tries WHERE user_id = ${userId}`);
  }

  /** One of each kind for a session: an older one is worth nothing. */
  async ask(tokenHash: Buffer, kind: ChallengeKind, value: Buffer, expiresAt: Date): Promise<void> {
    await this.database.transaction(NO_CASES, () =>
      this.database.execute(
        sql`INSERT INTO second_factor_challenges (token_hash, kind, value, expires_at)
            SELECT token_hash, ${kind}, ${value}, ${expiresAt} FROM sessions WHERE token_hash = ${tokenHash}
            ON CONFLICT (token_hash, kind) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`,
      ),
    );
  }

  async asked(tokenHash: Buffer, kind: ChallengeKind): Promise<Buffer | undefined> {
    const row = await this.database.readOne<{ value: Buffer }>(
      NO_CASES,
      sql`SELECT value FROM second_factor_challenges WHERE token_hash = ${tokenHash} AND kind = ${kind}
            AND expires_at > ${this.clock.now()}::timestamptz`,
    );
    return row?.value;
  }

  /** What was asked, which no second answer can be given to. */
  async takeAsked(tokenHash: Buffer, kind: ChallengeKind): Promise<Buffer | undefined> {
    const [row] = await this.database.transaction(NO_CASES, () =>
      this.database.execute<{ value: Buffer; isInTime: boolean }>(
        sql`DELETE FROM second_factor_challenges WHERE token_hash = ${tokenHash} AND kind = ${kind}
            RETURNING value, expires_at > ${this.clock.now()}::timestamptz AS "isInTime"`,
      ),
    );
    return row?.isInTime ? row.value : undefined;
  }

  async provenAt(tokenHash: Buffer): Promise<Date | null> {
    const row = await this.database.readOne<{ at: Date | null }>(
      NO_CASES,
      sql`SELECT second_factor_at AS at FROM sessions WHERE token_hash = ${tokenHash}`,
    );
    return row?.at ?? null;
  }

  /** The session has proven it, and goes by another name from now on. */
  async prove(tokenHash: Buffer, newHash: Buffer): Promise<void> {
    const proven = await this.database.execute(
      sql`UPDATE sessions SET token_hash = ${newHash}, second_factor_at = ${this.clock.now()}
          WHERE token_hash = ${tokenHash} RETURNING user_id`,
    );
    if (proven.length !== 1) throw new DomainError('unauthenticated');
  }
}
