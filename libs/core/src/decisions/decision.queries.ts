import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { decisionLifecycle, type DecisionStatus } from '#domain/decisions/decision.lifecycle';
import type { DecisionOutcome } from '#domain/decisions/proposal';
import { actionsJson } from '#core/access';
import { organisationJson } from '#core/organisations';
import { Database, sql, type JsonText, type PageRequest, type Sql } from '#platform/database';

export interface DecisionFilter {
  status?: DecisionStatus;
  outcome?: DecisionOutcome;
  year?: number;
  organisationId?: string;
  applicationId?: string;
}

const from = sql`decisions d JOIN applications a ON a.id = d.application_id JOIN organisations o ON o.id = d.organisation_id`;

const yearsJson = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', y.id, 'year', y.year, 'amount', y.amount, 'status', y.status)
  ORDER BY y.year) FROM decision_years y WHERE y.decision_id = d.id), '[]')`;

/** Who prepared or assessed the case is not offered the approval that would be refused. */
function head(actor: Actor): Sql {
  const actions = sql`(${actionsJson(decisionLifecycle, actor)} -> d.status)`;
  return sql`jsonb_build_object('id', d.id, 'status', d.status, 'outcome', d.outcome, 'organisation', ${organisationJson},
    'applicationId', d.application_id, 'registryNumber', a.registry_number, 'title', a.content->>'title', 'years', ${yearsJson},
    'proposedAt', audit_time(d.proposed_at), 'decidedAt', audit_time(d.decided_at),
    'actions', CASE WHEN d.prepared_by_person = ${actor.personId} OR EXISTS (SELECT FROM assessments s
      WHERE s.application_id = d.application_id AND s.person_id = ${actor.personId}) THEN ${actions} - 'approve' ELSE ${actions} END)`;
}

@Injectable()
export class DecisionQueries {
  constructor(private readonly database: Database) {}

  list(actor: Actor, filter: DecisionFilter, request: PageRequest): Promise<JsonText> {
    const where = [
      ...(actor.organisationId ? [sql`d.organisation_id = ${actor.organisationId}`] : []),
      ...(filter.status ? [sql`d.status = ${filter.status}`] : []),
      ...(filter.outcome ? [sql`d.outcome = ${filter.outcome}`] : []),
      ...(filter.organisationId ? [sql`d.organisation_id = ${filter.organisationId}`] : []),
      ...(filter.applicationId ? [sql`d.application_id = ${filter.applicationId}`] : []),
      ...(filter.year !== undefined
        ? [sql`EXISTS (SELECT FROM decision_years y WHERE y.decision_id = d.id AND y.year = ${filter.year})`]
        : []),
    ];
    const sorts = { proposedAt: { by: sql`d.proposed_at`, type: 'timestamptz' as const } };
    const query = { item: head(actor), from, where, id: sql`d.id`, sorts, defaultSort: '-proposedAt' };
    return this.database.page(actor, query, request);
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT (${head(actor)} || jsonb_build_object('reasons', d.reasons, 'conditions', d.conditions,
          'reportsDue', d.reports_due, 'instalments', d.instalments, 'evidence', d.evidence,
          'preparedBy', d.prepared_by, 'decidedBy', d.decided_by, 'returnNote', d.return_note, 'appropriationId', d.appropriation_id,
          'payments', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'year', p.year, 'instalment', p.instalment,
            'amount', p.amount, 'payOn', p.pay_on, 'status', p.status) ORDER BY p.pay_on, p.instalment), '[]')
            FROM payments p WHERE p.decision_id = d.id),
          'reports', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'year', r.year, 'dueOn', r.due_on,
            'status', r.status) ORDER BY r.due_on), '[]') FROM reports r WHERE r.decision_id = d.id)))::text AS body, d.version
        FROM ${from} WHERE d.id = ${id}`,
    );
  }
}
