import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { RECOVERY_GROUNDS } from '#domain/recoveries/grounds';
import { recoveryLifecycle, type RecoveryStatus } from '#domain/recoveries/recovery.lifecycle';
import { caseActionsJson } from '#core/access';
import { organisationJson } from '#core/organisations';
import { Database, sql, type JsonText, type PageRequest, type Sql } from '#platform/database';

export interface RecoveryFilter {
  status?: RecoveryStatus;
  organisationId?: string;
  decisionId?: string;
  year?: number;
}

const from = sql`recoveries r JOIN organisations o ON o.id = r.organisation_id JOIN decisions d ON d.id = r.decision_id
  JOIN applications a ON a.id = d.application_id LEFT JOIN recovery_balances b ON b.recovery_id = r.id`;

export const RECOVERY_STATUSES = recoveryLifecycle.states;
export const RECOVERY_GROUND_CODES = RECOVERY_GROUNDS.map(({ code }) => code);

/** What is booked; null until there is a claim. */
const balanceJson = sql`CASE WHEN b.recovery_id IS NOT NULL THEN jsonb_build_object('claimed', b.claimed, 'charged', b.charged,
  'paid', b.paid, 'setOff', b.set_off, 'writtenOff', b.written_off, 'principal', b.principal, 'interest', b.interest) END`;

const citations = JSON.stringify(
  Object.fromEntries(RECOVERY_GROUNDS.map(({ code, citation }) => [code, citation])),
);

/** Who considered it or told the recipient is not offered the decision that would be refused. */
function head(actor: Actor): Sql {
  const row = { status: sql`r.status`, applicationId: sql`a.id` };
  const actions = sql`(${caseActionsJson(recoveryLifecycle, actor, row)})`;
  return sql`jsonb_build_object('id', r.id, 'status', r.status, 'organisation', ${organisationJson}, 'decisionId', r.decision_id,
    'applicationId', a.id, 'registryNumber', a.registry_number, 'title', a.content->>'title', 'reportId', r.report_id,
    'grounds', r.grounds, 'citation', ${citations}::jsonb->r.grounds, 'amount', r.amount, 'years', r.years,
    'answerBy', r.answer_by, 'dueOn', r.due_on, 'balance', ${balanceJson}, 'consideredAt', audit_time(r.considered_at),
    'notifiedAt', audit_time(r.notified_at), 'decidedAt', audit_time(r.decided_at),
    'actions', CASE WHEN ${actor.personId}::uuid IN (r.considered_by_person, r.notified_by_person)
      THEN ${actions} - 'decide' ELSE ${actions} END)`;
}

@Injectable()
export class RecoveryQueries {
  constructor(private readonly database: Database) {}

  list(actor: Actor, filter: RecoveryFilter, request: PageRequest): Promise<JsonText> {
    const { status, organisationId, decisionId, year } = filter;
    const where = [
      ...(actor.organisationId ? [sql`r.organisation_id = ${actor.organisationId}`] : []),
      ...(status ? [sql`r.status = ${status}`] : []),
      ...(organisationId ? [sql`r.organisation_id = ${organisationId}`] : []),
      ...(decisionId ? [sql`r.decision_id = ${decisionId}`] : []),
      ...(year === undefined ? [] : [sql`r.years @> ${JSON.stringify([{ year }])}::jsonb`]),
    ];
    const sorts = {
      consideredAt: { by: sql`r.considered_at`, type: 'timestamptz' as const },
      amount: { by: sql`r.amount`, type: 'bigint' as const },
    };
    const query = { item: head(actor), from, where, id: sql`r.id`, sorts, defaultSort: '-consideredAt' };
    return this.database.page(actor, query, request);
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT (${head(actor)} || jsonb_build_object('reasons', r.reasons, 'answers', r.answers, 'consideredBy', r.considered_by,
          'notifiedBy', r.notified_by, 'decidedBy', r.decided_by, 'withoutAnswer', r.without_answer,
          'instalments', r.instalments, 'interestUntil', r.interest_until, 'closingReasons', r.closing_reasons))::text AS body,
          r.version
        FROM ${from} WHERE r.id = ${id}`,
    );
  }
}
