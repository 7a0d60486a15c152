import { Injectable } from '@nestjs/common';
import { Database, sql, type JsonText, type PageRequest, type Scope, type Sql } from '#platform/database';

export interface AuditFilter {
  subject?: string;
  actor?: string;
  from?: string;
  to?: string;
}

@Injectable()
export class AuditQueries {
  constructor(private readonly database: Database) {}

  /** `among` yields the `subject_type` and `subject_id` of those whose events are meant. */
  list(scope: Scope, filter: AuditFilter, request: PageRequest, among?: Sql): Promise<JsonText> {
    const where = [
      ...(filter.subject ? [sql`subject_id = ${filter.subject}::uuid`] : []),
      ...(filter.actor ? [sql`actor_id = ${filter.actor}::uuid`] : []),
      ...(filter.from ? [sql`at >= ${filter.from}::timestamp AT TIME ZONE 'Europe/Stockholm'`] : []),
      ...(filter.to
        ? [sql`at < (${filter.to}::timestamp + interval '1 day') AT TIME ZONE 'Europe/Stockholm'`]
        : []),
      ...(among
        ? [sql`(subject_type, subject_id) IN (SELECT subject_type, subject_id FROM (${among}) s)`]
        : []),
    ];
    const item = sql`json_build_object(
      'id', id, 'subjectType', subject_type, 'subject', subject_id, 'seq', seq, 'action', action, 'actor', actor_id,
      'actorPerson', actor_person, 'at', audit_time(at), 'organisation', organisation_id, 'data', data,
      'previousHash', encode(previous_hash, 'hex'), 'hash', encode(hash, 'hex'))`;
    const sorts = { at: { by: sql`id`, type: 'bigint' as const } };
    return this.database.page(
      scope,
      { item, from: sql`audit_events`, where, id: sql`id`, idType: 'bigint', sorts, defaultSort: 'at' },
      request,
    );
  }
}
