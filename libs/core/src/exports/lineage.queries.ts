import type { LocalDate } from '#domain/shared/local-date';
import { answeringSeries } from '#core/measures';
import { happenedBy } from '#platform/audit';
import { and, sql, type Sql } from '#platform/database';
import type { Export } from './export.entity.js';
import type { ExportFilters, ExportKind } from './export-kind.js';

/** Where the rows are from, read in the same snapshot as they. */
export interface Lineage {
  /** ISO 8601, and PostgreSQL's own name for what was committed by then. */
  snapshot: { at: string; id: string };
  requestedBy: string;
  callTitle: string | null;
  organisationName: string | null;
  registryNumber: string | null;
  /** What the calls are pinned to that the filters choose: their cases are judged by it, whatever is in force on the day. */
  judgedBy: { programmeCode: string; wordingFrom: LocalDate }[];
  /** The data sets that answer for a measure and year. */
  datasets: Dataset[];
}

export interface Dataset {
  id: string;
  kind: string;
  source: string;
  vintage: string;
  sha256: string;
  loadedAt: string;
}

export function lineage(kind: ExportKind, { requestedBy, filters, asOf }: Export): Sql {
  const { callId = null, organisationId = null, applicationId = null } = filters as ExportFilters;
  return sql`SELECT json_build_object('at', audit_time(clock_timestamp()), 'id', pg_current_snapshot()::text) AS snapshot,
    (SELECT name FROM users WHERE id = ${requestedBy}::uuid) AS "requestedBy",
    (SELECT title FROM calls WHERE id = ${callId}::uuid) AS "callTitle",
    (SELECT name FROM organisations WHERE id = ${organisationId}::uuid) AS "organisationName",
    (SELECT registry_number FROM applications WHERE id = ${applicationId}::uuid) AS "registryNumber",
    ${isOfCases(kind) ? judgedBy(filters, asOf) : sql`'[]'::json`} AS "judgedBy",
    ${datasets(asOf)} AS datasets`;
}

/** A row is a case or counts cases. */
function isOfCases({ columns, filters }: ExportKind): boolean {
  return (
    filters.includes('callId') ||
    filters.includes('applicationId') ||
    columns.some(({ key }) => key === 'registryNumber')
  );
}

/** Of calls that nobody has applied to there is no case. */
function judgedBy(
  { callId, programmeCode, organisationId, applicationId }: ExportFilters,
  asOf: LocalDate | null,
): Sql {
  const where = and([
    happenedBy(sql`a.submitted_at`, asOf),
    ...(callId ? [sql`c.id = ${callId}::uuid`] : []),
    ...(programmeCode ? [sql`c.programme_code = ${programmeCode}`] : []),
    ...(organisationId ? [sql`a.organisation_id = ${organisationId}::uuid`] : []),
    ...(applicationId ? [sql`a.id = ${applicationId}::uuid`] : []),
  ]);
  return sql`(SELECT coalesce(json_agg(w ORDER BY w."programmeCode", w."wordingFrom"), '[]')
    FROM (SELECT DISTINCT c.programme_code AS "programmeCode", c.wording_from AS "wordingFrom" FROM calls c
      WHERE EXISTS (SELECT FROM applications a WHERE a.call_id = c.id AND ${where})) w)`;
}

function datasets(asOf: LocalDate | null): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'source', d.source, 'vintage', d.vintage,
      'sha256', d.sha256, 'loadedAt', audit_time(d.loaded_at)) ORDER BY d.loaded_at, d.id), '[]')
    FROM measure_datasets d WHERE d.id IN (SELECT s.dataset FROM (${answeringSeries({ asOf: asOf ?? undefined })}) s))`;
}
