import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { reportLifecycle, type ReportStatus } from '#domain/reports/report.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';
import { caseActionsJson } from '#core/access';
import { organisationJson } from '#core/organisations';
import { contentFor } from '#core/submissions';
import { Clock } from '#platform/clock';
import { Database, sql, type JsonText, type PageRequest, type Sql } from '#platform/database';
import { comparisonJson } from './report-comparison.js';
import { grantedYears, planJson } from './report-terms-sql.js';
import { demandJson } from './demands/evidence.queries.js';

export interface ReportFilter {
  status?: ReportStatus;
  year?: number;
  dueBefore?: LocalDate;
  organisationId?: string;
  decisionId?: string;
}

const from = sql`reports r JOIN organisations o ON o.id = r.organisation_id JOIN decisions d ON d.id = r.decision_id
  JOIN applications a ON a.id = d.application_id`;

/** A report that was handed in is not overdue while the agency reads it. */
export const overdue = (today: LocalDate): Sql =>
  sql`(r.status IN ('upcoming', 'open', 'completionRequested') AND r.due_on < ${today}::date)`;

export const REPORT_STATUSES = reportLifecycle.states;

@Injectable()
export class ReportQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, filter: ReportFilter, request: PageRequest): Promise<JsonText> {
    const where = [
      ...(actor.organisationId ? [sql`r.organisation_id = ${actor.organisationId}`] : []),
      ...(filter.status ? [sql`r.status = ${filter.status}`] : []),
      ...(filter.year === undefined ? [] : [sql`r.year = ${filter.year}`]),
      ...(filter.dueBefore ? [sql`r.due_on < ${filter.dueBefore}`] : []),
      ...(filter.organisationId ? [sql`r.organisation_id = ${filter.organisationId}`] : []),
      ...(filter.decisionId ? [sql`r.decision_id = ${filter.decisionId}`] : []),
    ];
    const sorts = { dueOn: { by: sql`r.due_on`, type: 'date' as const } };
    const item = this.head(actor);
    return this.database.page(
      actor,
      { item, from, countFrom: sql`reports r`, where, id: sql`r.id`, sorts, defaultSort: 'dueOn' },
      request,
    );
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT (${contentFor(actor, 'r')} || ${this.head(actor)} || jsonb_build_object('completion', r.completion,
          'plan', jsonb_build_object('costs', ${planJson}->'costs', 'coFinancing', ${planJson}->'coFinancing',
            'activities', a.content->'activities',
            'granted', (SELECT coalesce(jsonb_agg(jsonb_build_object('year', y.year, 'amount', y.amount) ORDER BY y.year), '[]')
              FROM ${grantedYears})),
          'comparison', ${comparisonJson(contentFor(actor, 'r'))},
          'evidenceDemand', (SELECT ${demandJson(actor)} FROM evidence_demands e WHERE e.report_id = r.id),
          'settlements', (SELECT coalesce(jsonb_agg(jsonb_build_object('year', s.year, 'granted', s.granted, 'paid', s.paid,
            'costs', s.costs, 'coFinancing', s.co_financing, 'entitled', s.entitled, 'used', s.used, 'unused', s.unused,
            'repay', s.repay, 'remaining', s.remaining, 'finding', s.finding, 'settledAt', audit_time(s.settled_at),
            'replacedBy', (SELECT jsonb_build_object('reportId', l.report_id, 'settledAt', audit_time(l.settled_at))
              FROM settlements l JOIN decisions o ON o.id = l.decision_id
              WHERE o.application_id = a.id AND l.year = s.year AND (l.settled_at, l.report_id) > (s.settled_at, s.report_id)
              ORDER BY l.settled_at DESC, l.report_id DESC LIMIT 1)) ORDER BY s.year), '[]')
            FROM settlements s WHERE s.report_id = r.id)))::text AS body, r.version
        FROM ${from} WHERE r.id = ${id}`,
    );
  }

  private head(actor: Actor): Sql {
    return sql`jsonb_build_object('id', r.id, 'status', r.status, 'organisation', ${organisationJson},
      'decisionId', r.decision_id, 'applicationId', a.id, 'registryNumber', a.registry_number, 'title', a.content->>'title',
      'kind', r.kind, 'year', r.year, 'dueOn', r.due_on, 'isOverdue', ${overdue(this.clock.today())},
      'submittedAt', audit_time(r.submitted_at), 'approvedAt', audit_time(r.approved_at), 'updatedAt', audit_time(r.updated_at),
      'actions', ${caseActionsJson(reportLifecycle, actor, { status: sql`r.status`, applicationId: sql`a.id` })})`;
  }
}
