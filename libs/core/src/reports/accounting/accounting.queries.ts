import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { accountingImportLifecycle } from '#domain/reports/accounting/accounting-import.lifecycle';
import { actionsJson } from '#core/access';
import { fileScanJson } from '#core/sent-files';
import { Database, sql, type JsonText, type PageRequest, type Sql } from '#platform/database';
import { grantedIn, paidIn, planJson } from '../report-terms-sql.js';

const from = sql`accounting_imports i JOIN reports r ON r.id = i.report_id JOIN decisions d ON d.id = r.decision_id
  JOIN applications a ON a.id = d.application_id`;

const head = (
  actor: Actor,
): Sql => sql`jsonb_build_object('id', i.id, 'status', i.status, 'reportId', i.report_id,
  'fileName', i.file_name, 'sha256', i.sha256, 'size', i.size, 'format', i.format, 'encoding', i.encoding,
  'company', i.company, 'years', i.years, 'counts', i.counts, 'findingCount', i.finding_count,
  'scan', ${fileScanJson(sql`i.file_key`)}, 'importedBy', i.imported_by, 'importedAt', audit_time(i.imported_at),
  'adoptedBy', i.adopted_by, 'adoptedAt', audit_time(i.adopted_at),
  'actions', CASE WHEN r.status IN ('open', 'completionRequested')
    THEN ${actionsJson(accountingImportLifecycle, actor)} -> i.status ELSE '[]'::jsonb END)`;

/** By year and kind: what is booked, in öre and in kronor, beside what was planned. */
const sums = sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('year', year, 'kind', kind, 'rows', coalesce(s.rows, 0),
    'ore', coalesce(s.ore, 0), 'amount', coalesce(s.amount, 0), 'planned', coalesce(p.amount, 0)) ORDER BY year, kind), '[]')
  FROM jsonb_to_recordset(i.sums) AS s(year integer, kind text, rows integer, ore bigint, amount bigint)
  FULL JOIN (SELECT (c->>'year')::integer AS year, c->>'kind' AS kind, sum((c->>'amount')::bigint)::bigint AS amount
    FROM jsonb_array_elements(${planJson}->'costs') c WHERE (c->>'year')::integer = ANY (i.years) GROUP BY 1, 2) p
    USING (year, kind))`;

/** By year: what is booked beside what was planned, granted and paid. */
const totals = sql`(SELECT jsonb_agg(jsonb_build_object('year', n,
    'amount', (SELECT coalesce(sum((s->>'amount')::bigint), 0)::bigint FROM jsonb_array_elements(i.sums) s
      WHERE (s->>'year')::integer = n),
    'planned', (SELECT coalesce(sum((c->>'amount')::bigint), 0)::bigint FROM jsonb_array_elements(${planJson}->'costs') c
      WHERE (c->>'year')::integer = n),
    'granted', ${grantedIn(sql`n`)}, 'paid', ${paidIn(sql`n`)}) ORDER BY n) FROM unnest(i.years) n)`;

@Injectable()
export class AccountingQueries {
  constructor(private readonly database: Database) {}

  /** The imports of one report, the latest first; a report that is not there has no list. */
  async ofReport(actor: Actor, reportId: string, request: PageRequest): Promise<JsonText> {
    await this.database.document(actor, sql`SELECT '' AS body FROM reports WHERE id = ${reportId}`);
    const sorts = { importedAt: { by: sql`i.imported_at`, type: 'timestamptz' as const } };
    const where = [sql`i.report_id = ${reportId}`];
    const query = { item: head(actor), from, where, id: sql`i.id`, sorts, defaultSort: '-importedAt' };
    return this.database.page(actor, query, request);
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT (${head(actor)} || jsonb_build_object('mapping', i.mapping, 'sums', ${sums}, 'totals', ${totals},
          'findings', i.findings))::text AS body, i.version FROM ${from} WHERE i.id = ${id}`,
    );
  }
}
