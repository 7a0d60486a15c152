import { and, sql } from '#platform/database';
import { code, date, id, instant, integer, text, type ExportKind } from './export-kind.js';

/** The record of thinning (gallringsprotokoll): case by case what stood on a list, and what became of it. */
export const thinningsExport: ExportKind = {
  kind: 'thinnings',
  columns: [
    id('thinning'),
    text('programmeCode'),
    code('material', 'web.thinnings.material'),
    code('status', 'status.thinning'),
    code('ground', 'web.thinnings.ground'),
    { key: 'provisions', type: 'json' },
    text('registryNumber'),
    id('application'),
    text('organisationCode'),
    text('organisation'),
    date('eventOn'),
    code('outcome', 'web.thinnings.outcome'),
    integer('fileCount'),
    { key: 'files', type: 'json' },
    instant('proposedAt'),
    text('proposedBy'),
    instant('decidedAt'),
    text('decidedBy'),
    instant('carriedOutAt'),
  ],
  key: ['thinning', 'application'],
  filters: ['status', 'organisationId', 'programmeCode'],
  isOfNowOnly: true,
  query({ status, organisationId, programmeCode }) {
    const where = [
      ...(status ? [sql`n.status = ${status}`] : []),
      ...(organisationId ? [sql`i.organisation_id = ${organisationId}::uuid`] : []),
      ...(programmeCode ? [sql`n.programme_code = ${programmeCode}`] : []),
    ];
    return {
      rows: sql`SELECT n.id AS thinning, n.programme_code AS "programmeCode", n.material, n.status, n.rule->>'ground' AS ground,
        n.rule->'provisions' AS provisions, a.registry_number AS "registryNumber", i.application_id AS application,
        o.code AS "organisationCode", o.name AS organisation, i.event_on AS "eventOn", i.outcome,
        coalesce(jsonb_array_length(i.files), 0) AS "fileCount", coalesce(i.files, '[]') AS files,
        n.proposed_at AS "proposedAt", n.proposed_by AS "proposedBy", n.decided_at AS "decidedAt", n.decided_by AS "decidedBy",
        n.carried_out_at AS "carriedOutAt"
      FROM thinnings n JOIN thinning_items i ON i.thinning_id = n.id JOIN applications a ON a.id = i.application_id
      JOIN organisations o ON o.id = i.organisation_id
      WHERE ${and(where)}`,
      order: sql`n.listed_at, n.id, i.event_on, i.application_id`,
    };
  },
};
