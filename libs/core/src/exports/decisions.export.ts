import { contentAsOf } from '#core/submissions';
import { happenedBy, statusAsOf } from '#platform/audit';
import { and, sql } from '#platform/database';
import { code, instant, money, text, type ExportKind } from './export-kind.js';

/**
 * Every decision that was taken, with its total. A case has as many rows as decisions, so `granted` is added up over those
 * that others took the place of; `grantedInForce` is each krona once.
 */
export const decisionsExport: ExportKind = {
  kind: 'decisions',
  columns: [
    text('registryNumber'),
    code('status', 'status.decision'),
    code('outcome', 'decisionOutcome'),
    text('programmeCode'),
    text('organisationCode'),
    text('organisation'),
    text('title'),
    money('requested'),
    money('granted'),
    money('grantedInForce'),
    text('reasons'),
    instant('decidedAt'),
  ],
  key: ['registryNumber', 'decidedAt'],
  filters: ['year', 'status', 'organisationId', 'programmeCode', 'callId'],
  query({ year, status, organisationId, programmeCode, callId }, asOf) {
    const current = statusAsOf('decision', { id: sql`d.id`, status: sql`d.status` }, asOf);
    const applied = contentAsOf('a', asOf);
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
        o.code AS "organisationCode", o.name AS organisation, ${applied}->>'title' AS title,
        (SELECT coalesce(sum((row->>'amount')::bigint), 0)::bigint FROM jsonb_array_elements(${applied}->'requested') row) AS requested,
        y.granted, CASE WHEN ${current} = 'approved' THEN y.granted ELSE 0 END AS "grantedInForce", d.reasons, d.decided_at AS "decidedAt"
      FROM decisions d JOIN applications a ON a.id = d.application_id JOIN calls c ON c.id = a.call_id
      JOIN organisations o ON o.id = d.organisation_id
      CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0)::bigint AS granted FROM decision_years WHERE decision_id = d.id) y
      WHERE ${and(where)}`,
      order: sql`a.registry_number, d.decided_at`,
    };
  },
};
