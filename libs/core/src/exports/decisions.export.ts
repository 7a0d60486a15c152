import { happenedBy, statusAsOf } from '#platform/audit';
import { and, sql } from '#platform/database';
import { instant, money, text, type ExportKind } from './export-kind.js';

/** Every decision that was taken, with its total. */
export const decisionsExport: ExportKind = {
  kind: 'decisions',
  columns: [
    text('registryNumber'),
    text('status'),
    text('outcome'),
    text('programmeCode'),
    text('organisationCode'),
    text('organisation'),
    text('title'),
    money('requested'),
    money('granted'),
    text('reasons'),
    instant('decidedAt'),
  ],
  key: ['registryNumber', 'decidedAt'],
  filters: ['year', 'status', 'organisationId', 'programmeCode', 'callId'],
  query({ year, status, organisationId, programmeCode, callId }, asOf) {
    const current = statusAsOf('decision', { id: sql`d.id`, status: sql`d.status` }, asOf);
    const where = [
      happenedBy(sql`d.decided_at`, asOf),
      ...(year === undefined
        ? []
        : [
            sql`EXISTS (SELECT FROM decision_years y WHERE y.decision_id = d.id AND y.year = ${year}::integer)`,
          ]),
      ...(status ? [sql`${current} = ${status}`] : []),
      ...(organisationId ? [sql`d.organisation_id = ${organisationId}::uuid`] : []),
      ...(programmeCode ? [sql`c.programme_code = ${programmeCode}`] : []),
      ...(callId ? [sql`c.id = ${callId}::uuid`] : []),
    ];
    return {
      rows: sql`SELECT a.registry_number AS "registryNumber", ${current} AS status, d.outcome, c.programme_code AS "programmeCode",
        o.code AS "organisationCode", o.name AS organisation, a.content->>'title' AS title,
        (SELECT coalesce(sum((row->>'amount')::bigint), 0)::bigint FROM jsonb_array_elements(a.content->'requested') row) AS requested,
        (SELECT coalesce(sum(y.amount), 0)::bigint FROM decision_years y WHERE y.decision_id = d.id) AS granted,
        d.reasons, d.decided_at AS "decidedAt"
      FROM decisions d JOIN applications a ON a.id = d.application_id JOIN calls c ON c.id = a.call_id
      JOIN organisations o ON o.id = d.organisation_id WHERE ${and(where)}`,
      order: sql`a.registry_number, d.decided_at`,
    };
  },
};
