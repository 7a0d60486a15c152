import { happenedBy } from '#platform/audit';
import { and, sql, type Sql } from '#platform/database';
import { instant, integer, text, type ExportColumn, type ExportKind } from './export-kind.js';

export const TRAIL_COLUMNS: readonly ExportColumn[] = [
  text('subjectType'),
  text('subject'),
  integer('seq'),
  text('action'),
  text('actor'),
  text('actorPerson'),
  instant('at'),
  { key: 'data', type: 'json' },
  text('previousHash'),
  text('hash'),
];

export const TRAIL_KEY = ['subjectType', 'subject', 'seq'];

/** Events `e`, each chain in its order. `rest` says which, from the comma or join after `audit_events e` on. */
export const trailOf = (
  rest: Sql,
): Sql => sql`SELECT e.subject_type AS "subjectType", e.subject_id AS subject, e.seq, e.action,
    e.actor_id AS actor, e.actor_person AS "actorPerson", e.at, e.data::text AS data,
    encode(e.previous_hash, 'hex') AS "previousHash", encode(e.hash, 'hex') AS hash
  FROM audit_events e ${rest} ORDER BY e.subject_type, e.subject_id, e.seq`;

/** Every audit event with its hashes: enough to compute the chains again without the agency. */
export const auditTrailExport: ExportKind = {
  kind: 'audit-trail',
  columns: TRAIL_COLUMNS,
  key: TRAIL_KEY,
  filters: ['organisationId'],
  query({ organisationId }, asOf) {
    const where = [
      happenedBy(sql`e.at`, asOf),
      ...(organisationId ? [sql`e.organisation_id = ${organisationId}::uuid`] : []),
    ];
    return trailOf(sql`WHERE ${and(where)}`);
  },
};
