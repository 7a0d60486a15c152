import { happenedBy } from '#platform/audit';
import { and, sql } from '#platform/database';
import { instant, integer, text, type ExportKind } from './export-kind.js';

/** Every audit event with its hashes: enough to compute the chains again without the agency. */
export const auditTrailExport: ExportKind = {
  kind: 'audit-trail',
  columns: [
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
  ],
  key: ['subjectType', 'subject', 'seq'],
  filters: ['organisationId'],
  query({ organisationId }, asOf) {
    const where = [
      happenedBy(sql`at`, asOf),
      ...(organisationId ? [sql`organisation_id = ${organisationId}::uuid`] : []),
    ];
    return sql`SELECT subject_type AS "subjectType", subject_id AS subject, seq, action, actor_id AS actor,
        actor_person AS "actorPerson", at, data::text AS data, encode(previous_hash, 'hex') AS "previousHash",
        encode(hash, 'hex') AS hash
      FROM audit_events WHERE ${and(where)} ORDER BY subject_type, subject_id, seq`;
  },
};
