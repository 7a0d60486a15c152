import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { decisionYearLifecycle } from '#domain/decisions/decision-year.lifecycle';
import { decisionLifecycle, type DecisionStatus } from '#domain/decisions/decision.lifecycle';
import type { DecisionOutcome } from '#domain/decisions/proposal';
import { caseActionsJson } from '#core/access';
import type { LocalDate } from '#domain/shared/local-date';
import { organisationJson } from '#core/organisations';
import { dutyAsOf } from '#core/reports';
import { existedBy, happenedBy, statusAsOf } from '#platform/audit';
import { Database, sql, type JsonText, type PageRequest, type Sql } from '#platform/database';

export interface DecisionFilter {
  status?: DecisionStatus;
  outcome?: DecisionOutcome;
  year?: number;
  organisationId?: string;
  applicationId?: string;
  asOf?: LocalDate;
}

const from = sql`decisions d JOIN applications a ON a.id = d.application_id JOIN organisations o ON o.id = d.organisation_id`;

/** Now, or as the audit chains tell of a day in the past. */
const statusOf = (asOf: LocalDate | null): Sql =>
  statusAsOf('decision', { id: sql`d.id`, status: sql`d.status` }, asOf);

const yearsJson = (asOf: LocalDate | null): Sql => sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', y.id, 'year', y.year, 'amount', y.amount,
    'status', y.status, 'lapseReason', CASE WHEN y.status = 'lapsed' THEN y.lapse_reason END) ORDER BY y.year)
  FROM (SELECT y.id, y.decision_id, y.year, y.amount, y.lapse_reason,
    ${statusAsOf('decisionYear', { id: sql`y.id`, status: sql`y.status` }, asOf)} AS status FROM decision_years y) y WHERE y.decision_id = d.id), '[]')`;

/** Who prepared or assessed the case is not offered the approval that would be refused; nothing is done in the past. */
function actionsOf(actor: Actor, asOf: LocalDate | null): Sql {
  if (asOf !== null) return sql`'[]'::jsonb`;
  const row = { status: sql`d.status`, applicationId: sql`d.application_id` };
  const known = sql`(${caseActionsJson(decisionLifecycle, actor, row)})`;
  const actions = sql`(CASE WHEN d.conditions = '[]' THEN ${known} - 'judge-condition' ELSE ${known} END)`;
  return sql`CASE WHEN has_prepared(d.application_id, ${actor.personId}) THEN ${actions} - 'approve' - 'revoke' ELSE ${actions} END
    - CASE WHEN d.outcome <> 'approve' THEN '{amend,revoke,prove-co-financing}'::text[] WHEN d.status = 'approved' AND EXISTS (SELECT FROM decisions n WHERE n.amends_id = d.id AND n.status = 'proposed')
      THEN '{amend,revoke}'::text[] ELSE '{}'::text[] END`;
}

/** The amendment that took its place, by the day that is asked for. */
const supersededBy = (
  asOf: LocalDate | null,
): Sql => sql`(SELECT n.id FROM decisions n WHERE n.amends_id = d.id
  AND n.status IN ('approved', 'superseded', 'revoked') AND ${asOf ? happenedBy(sql`n.decided_at`, asOf) : sql`true`})`;
/** What was said of the conditions, under earlier decisions of the case too, the last word on each at its end. */
const judgementsJson = (
  asOf: LocalDate | null,
): Sql => sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('condition', stated.condition, 'outcome', c.outcome,
  'motive', c.motive, 'judgedBy', c.judged_by, 'judgedAt', audit_time(c.judged_at)) ORDER BY c.judged_at, c.id), '[]')
  FROM jsonb_array_elements_text(d.conditions) WITH ORDINALITY stated(words, condition)
  JOIN decisions said ON said.application_id = d.application_id AND said.proposed_at <= d.proposed_at
  JOIN condition_judgements c ON c.decision_id = said.id AND said.conditions->>(c.condition - 1) = stated.words
  WHERE ${happenedBy(sql`c.judged_at`, asOf)})`;

/** Also those that a later amendment has taken over. */
const reportsJson = (asOf: LocalDate | null): Sql => sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'year', u.year,
    'dueOn', u.due_on, 'status', ${statusAsOf('report', { id: sql`r.id`, status: sql`r.status` }, asOf)}) ORDER BY u.due_on), '[]')
  FROM reports r CROSS JOIN LATERAL (${dutyAsOf(asOf)}) u WHERE u.decision_id = d.id
    AND ${asOf ? sql`r.decision_id IN (SELECT id FROM decisions o WHERE o.application_id = d.application_id)` : sql`true`})`;

/** How many of the rules that the proposal was held against came out how; what they say is in `evidence`. */
const rulesJson = sql`(SELECT jsonb_build_object('met', count(*) FILTER (WHERE f->>'outcome' = 'met'),
  'notMet', count(*) FILTER (WHERE f->>'outcome' = 'notMet'),
  'needsJudgement', count(*) FILTER (WHERE f->>'outcome' = 'needsJudgement')) FROM jsonb_array_elements(d.evidence) f)`;

function head(actor: Actor, asOf: LocalDate | null): Sql {
  return sql`jsonb_build_object('id', d.id, 'status', ${statusOf(asOf)}, 'outcome', d.outcome,
    'organisation', ${organisationJson}, 'applicationId', d.application_id, 'registryNumber', a.registry_number,
    'title', a.content->>'title', 'years', ${yearsJson(asOf)}, 'proposedAt', audit_time(d.proposed_at),
    'decidedAt', audit_time(d.decided_at), 'amendsId', d.amends_id, 'supersededById', ${supersededBy(asOf)}, 'actions', ${actionsOf(actor, asOf)},
    'preparedBy', d.prepared_by, 'appropriationId', d.appropriation_id, 'requested', coalesce(a.content->'requested', '[]'), 'rules', ${rulesJson})`;
}

export const DECISION_STATUSES = decisionLifecycle.states;
export const DECISION_YEAR_STATUSES = decisionYearLifecycle.states;

@Injectable()
export class DecisionQueries {
  constructor(private readonly database: Database) {}

  list(actor: Actor, filter: DecisionFilter, request: PageRequest): Promise<JsonText> {
    const { status, outcome, organisationId, applicationId, year, asOf = null } = filter;
    const where = [
      ...(asOf ? [happenedBy(sql`d.proposed_at`, asOf)] : []),
      ...(actor.organisationId ? [sql`d.organisation_id = ${actor.organisationId}`] : []),
      ...(status ? [sql`${statusOf(asOf)} = ${status}`] : []),
      ...(outcome ? [sql`d.outcome = ${outcome}`] : []),
      ...(organisationId ? [sql`d.organisation_id = ${organisationId}`] : []),
      ...(applicationId ? [sql`d.application_id = ${applicationId}`] : []),
      ...(year === undefined
        ? []
        : [sql`EXISTS (SELECT FROM decision_years y WHERE y.decision_id = d.id AND y.year = ${year})`]),
    ];
    const sorts = { proposedAt: { by: sql`d.proposed_at`, type: 'timestamptz' as const } };
    const countFrom = sql`decisions d`;
    const query = {
      item: head(actor, asOf),
      from,
      countFrom,
      where,
      id: sql`d.id`,
      sorts,
      defaultSort: '-proposedAt',
    };
    return this.database.page(actor, query, request);
  }

  one(actor: Actor, id: string, asOf: LocalDate | null = null): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT (${head(actor, asOf)} || jsonb_build_object('reasons', d.reasons, 'conditions', d.conditions, 'conditionJudgements', ${judgementsJson(asOf)},
          'reportsDue', d.reports_due, 'instalments', d.instalments, 'evidence', d.evidence,
          'decidedBy', d.decided_by, 'returnNote', d.return_note,
          'requestedBy', d.requested_by, 'difference', d.difference, 'plan', d.plan,
          'revocation', CASE WHEN ${asOf ? happenedBy(sql`d.revoked_at`, asOf) : sql`d.revoked_at IS NOT NULL`}
            THEN d.revocation || jsonb_build_object('revokedBy', d.revoked_by, 'revokedAt', audit_time(d.revoked_at)) END,
          'payments', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'year', p.year,
            'instalment', p.instalment, 'amount', p.amount, 'payOn', p.pay_on,
            'status', ${statusAsOf('payment', { id: sql`p.id`, status: sql`p.status` }, asOf)})
            ORDER BY p.pay_on, p.instalment), '[]') FROM payments p
            WHERE p.decision_id = d.id AND ${existedBy('payment', sql`p.id`, asOf)}),
          'reports', ${reportsJson(asOf)}))::text AS body, d.version
        FROM ${from} WHERE d.id = ${id} AND ${asOf ? happenedBy(sql`d.proposed_at`, asOf) : sql`true`}`,
    );
  }
}
