import { applicationLifecycle } from '#domain/applications/application.lifecycle';
import { contentAsOf } from '#core/submissions';
import { happenedBy, statusAsOf } from '#platform/audit';
import { and, sql } from '#platform/database';
import { code, date, instant, money, text, type ExportKind } from './export-kind.js';

/** Every submitted application with its sums. */
export const applicationsExport: ExportKind = {
  kind: 'applications',
  columns: [
    text('registryNumber'),
    code('status', 'status.application'),
    text('programmeCode'),
    text('call'),
    code('step', 'step'),
    text('organisationCode'),
    text('organisation'),
    code('organisationKind', 'recipientKind'),
    text('title'),
    money('costs'),
    money('requested'),
    money('coFinancing'),
    instant('submittedAt'),
    date('callClosesOn'),
  ],
  key: ['registryNumber'],
  // Of a draft the agency knows nothing.
  statuses: applicationLifecycle.states.filter((status) => status !== 'draft' && status !== 'discarded'),
  filters: ['year', 'status', 'callId', 'organisationId', 'programmeCode'],
  query({ year, status, callId, organisationId, programmeCode }, asOf) {
    const current = statusAsOf('application', { id: sql`a.id`, status: sql`a.status` }, asOf);
    const applied = contentAsOf('a', asOf);
    const sum = (part: 'costs' | 'requested' | 'coFinancing') =>
      sql`(SELECT coalesce(sum((row->>'amount')::bigint), 0)::bigint FROM jsonb_array_elements(${applied}->${part}) row)`;
    const where = [
      happenedBy(sql`a.submitted_at`, asOf),
      ...(year === undefined
        ? []
        : [sql`${applied}->'requested' @> jsonb_build_array(jsonb_build_object('year', ${year}::integer))`]),
      ...(status ? [sql`${current} = ${status}`] : []),
      ...(callId ? [sql`a.call_id = ${callId}::uuid`] : []),
      ...(organisationId ? [sql`a.organisation_id = ${organisationId}::uuid`] : []),
      ...(programmeCode ? [sql`c.programme_code = ${programmeCode}`] : []),
    ];
    return {
      rows: sql`SELECT a.registry_number AS "registryNumber", ${current} AS status, c.programme_code AS "programmeCode",
        c.title AS call, c.step, o.code AS "organisationCode", o.name AS organisation, o.kind AS "organisationKind",
        ${applied}->>'title' AS title, ${sum('costs')} AS costs, ${sum('requested')} AS requested,
        ${sum('coFinancing')} AS "coFinancing", a.submitted_at AS "submittedAt", c.closes_on AS "callClosesOn"
      FROM applications a JOIN calls c ON c.id = a.call_id JOIN organisations o ON o.id = a.organisation_id
      WHERE ${and(where)}`,
      order: sql`a.registry_number`,
    };
  },
};
