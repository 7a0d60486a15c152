import { Injectable } from '@nestjs/common';
import {
  Database,
  Snapshots,
  sql,
  type JsonText,
  type PageRequest,
  type Scope,
  type Sql,
} from '#platform/database';
import { chains, firstBrokenLink, wrongHashes, type Chains } from './verification.queries.js';

export interface AuditFilter {
  subject?: string;
  actor?: string;
  from?: string;
  to?: string;
}

interface BrokenLink {
  subjectType: string;
  subjectId: string;
  seq: number;
}

export interface AuditVerification {
  ok: boolean;
  events: number;
  firstBroken: BrokenLink | null;
  /** SHA-256 over the last hash of every chain: write it down elsewhere to prove later that nothing was cut off. */
  head: string;
}

@Injectable()
export class AuditQueries {
  constructor(
    private readonly database: Database,
    private readonly snapshots: Snapshots,
  ) {}

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
      'actorPerson', actor_person, 'at', audit_time(at), 'data', data,
      'previousHash', encode(previous_hash, 'hex'), 'hash', encode(hash, 'hex'))`;
    const sorts = { at: { by: sql`id`, type: 'bigint' as const } };
    return this.database.page(
      scope,
      { item, from: sql`audit_events`, where, id: sql`id`, idType: 'bigint', sorts, defaultSort: 'at' },
      request,
    );
  }

  /**
   * Computes every hash again and compares every chain's length with its subject's version: all of one moment, on a
   * connection of its own, since it takes as long as the trail is. Where the first broken link is is asked only if there is one.
   */
  async verify(scope: Scope): Promise<AuditVerification> {
    return this.snapshots.read(scope, async (snapshot) => {
      const { wrong } = await snapshot.one<{ wrong: number }>(wrongHashes);
      const { broken, events, head } = await snapshot.one<Chains>(chains);
      const ok = wrong === 0 && broken === 0;
      const firstBroken = ok ? null : (await snapshot.one<{ link: BrokenLink }>(firstBrokenLink)).link;
      return { ok, events, firstBroken, head };
    });
  }
}
