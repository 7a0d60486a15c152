import { Injectable } from '@nestjs/common';
import { Database, sql, type JsonText, type PageRequest, type Scope } from '#platform/database';

export interface AuditFilter {
  subject?: string;
  actor?: string;
  from?: string;
  to?: string;
}

export interface AuditVerification {
  ok: boolean;
  events: number;
  firstBroken: { subjectType: string; subjectId: string; seq: number } | null;
  /** SHA-256 over the last hash of every chain: write it down elsewhere to prove later that nothing was cut off. */
  head: string;
}

@Injectable()
export class AuditQueries {
  constructor(private readonly database: Database) {}

  list(scope: Scope, filter: AuditFilter, request: PageRequest): Promise<JsonText> {
    const where = [
      ...(filter.subject ? [sql`subject_id = ${filter.subject}::uuid`] : []),
      ...(filter.actor ? [sql`actor_id = ${filter.actor}::uuid`] : []),
      ...(filter.from ? [sql`at >= ${filter.from}::timestamp AT TIME ZONE 'Europe/Stockholm'`] : []),
      ...(filter.to
        ? [sql`at < (${filter.to}::timestamp + interval '1 day') AT TIME ZONE 'Europe/Stockholm'`]
        : []),
    ];
    const item = sql`json_build_object(
      'id', id, 'subjectType', subject_type, 'subject', subject_id, 'seq', seq, 'action', action, 'actor', actor_id,
      'actorPerson', actor_person, 'at', audit_time(at), 'data', data,
      'previousHash', encode(previous_hash, 'hex'), 'hash', encode(hash, 'hex'))`;
    const sorts = { at: { by: sql`id`, type: 'bigint' as const } };
    return this.database.page(
      scope,
      { item, from: sql`audit_events`, where, id: sql`id`, idType: 'bigint', sorts, defaultSort: 'at' },
      request,
    );
  }

  /** Computes every hash again and compares every chain's length with its subject's version. */
  async verify(scope: Scope): Promise<AuditVerification> {
    const row = await this.database.readOne<AuditVerification>(
      scope,
      sql`WITH chained AS (
          SELECT id, subject_type, subject_id, seq, hash,
            previous_hash = coalesce(lag(hash) OVER chain, '\\x') AND seq = row_number() OVER chain
              AND hash = audit_hash(previous_hash, subject_type, subject_id, seq, action, actor_id, actor_person, at, data)
              AS whole
          FROM audit_events WINDOW chain AS (PARTITION BY subject_type, subject_id ORDER BY seq)),
        heads AS (SELECT DISTINCT ON (subject_type, subject_id) * FROM chained ORDER BY subject_type, subject_id, seq DESC),
        broken AS (
          SELECT subject_type, subject_id, seq FROM chained WHERE NOT whole
          UNION ALL
          SELECT subject_type, subject_id, version FROM audited_subjects
            LEFT JOIN heads USING (subject_type, subject_id) WHERE heads.seq IS DISTINCT FROM version)
        SELECT NOT EXISTS (SELECT FROM broken) AS ok,
          (SELECT count(*) FROM chained) AS events,
          (SELECT json_build_object('subjectType', subject_type, 'subjectId', subject_id, 'seq', seq)
             FROM broken ORDER BY subject_type, subject_id, seq LIMIT 1) AS "firstBroken",
          encode(sha256(coalesce((SELECT string_agg(hash, '' ORDER BY subject_type, subject_id) FROM heads), '')), 'hex') AS head`,
    );
    return row!;
  }
}
