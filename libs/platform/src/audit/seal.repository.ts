import { Injectable } from '@nestjs/common';
import { Database, sql, trusted } from '#platform/database';
import { MOST_HEADS, type Head, type Seal } from './seal.js';

interface LastSeal {
  number: number;
  hash: string;
  settled: number;
}

/** A head that is not sealed, with the oldest transaction that ran when it was read. */
export interface FoundHead extends Head {
  at: Date;
  settled: number;
}

export interface MadeSeal extends Seal {
  hash: string;
  signature: Buffer;
}

const BATCH = trusted(String(MOST_HEADS));
/** A million chains are sealed in a minute or two. */
const SEALING_MINUTES = 30;

@Injectable()
export class SealRepository {
  constructor(private readonly database: Database) {}

  /** One sealer at a time; the others wait, for as long as it may take to seal every chain that there is. */
  async takeTurns(): Promise<void> {
    await this.database.execute(
      sql`SELECT set_config(name, ${`${SEALING_MINUTES}min`}, true) FROM unnest('{lock_timeout,statement_timeout}'::text[]) name`,
    );
    await this.database.execute(sql`SELECT pg_advisory_xact_lock(hashtext('medel.audit.seal'))`);
  }

  async last(): Promise<LastSeal | undefined> {
    const [last] = await this.database.execute<LastSeal>(
      sql`SELECT number, encode(hash, 'hex') AS hash, settled FROM audit_seals ORDER BY number DESC LIMIT 1`,
    );
    return last;
  }

  /**
   * The ends of the chains that have grown, of events older than the oldest transaction that runs: none with a lower
   * number can come after. A chain's earlier events are older still. `since` is where the seal before had come;
   * without it all chains are looked at, also those of a database that was restored, whose transactions were numbered
   * elsewhere. As many at a time as a seal holds: where all are looked at, there may be as many as there are cases. That they are
   * counted makes PostgreSQL find all before the first batch: else it would look for each among those sealed meanwhile.
   */
  async *heads(since: number | null): AsyncGenerator<FoundHead[]> {
    const settled = sql`(SELECT oldest FROM running)`;
    const written =
      since === null
        ? sql`tx IS NULL OR tx < ${settled} OR tx >= (SELECT next FROM running)`
        : sql`tx >= ${since}::bigint AND tx < ${settled}`;
    await this.database.execute(sql`
      DECLARE heads NO SCROLL CURSOR FOR
      WITH running AS MATERIALIZED (SELECT pg_snapshot_xmin(s)::text::bigint AS oldest, pg_snapshot_xmax(s)::text::bigint AS next
          FROM pg_current_snapshot() s),
        grown AS (SELECT subject_type, subject_id, max(seq) AS seq FROM audit_events WHERE ${written} GROUP BY 1, 2)
      SELECT subject_type AS "subjectType", subject_id AS "subjectId", seq, encode(e.hash, 'hex') AS hash, e.at,
        ${settled} AS settled,
        count(*) OVER () AS found
      FROM grown JOIN audit_events e USING (subject_type, subject_id, seq)
      WHERE NOT EXISTS (SELECT FROM audit_seal_heads h
        WHERE h.subject_type = e.subject_type AND h.subject_id = e.subject_id AND h.seq >= e.seq)
      ORDER BY subject_type, subject_id`);
    for (;;) {
      const batch = await this.database.execute<FoundHead>(sql`FETCH ${BATCH} FROM heads`);
      if (batch.length === 0) break;
      yield batch;
    }
    await this.database.execute(sql`CLOSE heads`);
  }

  async add(seal: MadeSeal, heads: readonly Head[]): Promise<void> {
    await this.database.execute(sql`
      INSERT INTO audit_seals (number, at, settled, public_key, previous_hash, hash, signature)
      VALUES (${seal.number}, ${seal.at}::timestamptz, ${seal.settled}::bigint, decode(${seal.publicKey}, 'base64'),
        decode(${seal.previousHash}, 'hex'), decode(${seal.hash}, 'hex'), ${seal.signature})`);
    await this.database.execute(sql`
      INSERT INTO audit_seal_heads (seal, place, subject_type, subject_id, seq, hash)
      SELECT ${seal.number}, h.place, h.subject_type, h.subject_id, h.seq, decode(h.hash, 'hex')
      FROM unnest(${heads.map((head) => head.subjectType)}::text[], ${heads.map((head) => head.subjectId)}::uuid[],
        ${heads.map((head) => head.seq)}::bigint[], ${heads.map((head) => head.hash)}::text[])
        WITH ORDINALITY h (subject_type, subject_id, seq, hash, place)`);
  }
}
