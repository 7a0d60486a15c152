import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { paymentLifecycle, type PaymentStatus } from '#domain/payments/payment.lifecycle';
import { caseActionsJson } from '#core/access';
import { organisationJson } from '#core/organisations';
import { Database, sql, type JsonText, type PageRequest, type Sql } from '#platform/database';

export interface PaymentFilter {
  status?: PaymentStatus;
  year?: number;
  organisationId?: string;
  decisionId?: string;
}

const from = sql`payments p JOIN organisations o ON o.id = p.organisation_id`;

/** What an officer judged last of each condition, also of one that stood in an earlier decision of the case. */
export const judgedConditions = (decisionId: Sql): Sql => sql`
  SELECT DISTINCT ON (stated.condition) stated.condition, j.outcome, j.motive
  FROM decisions own CROSS JOIN jsonb_array_elements_text(own.conditions) WITH ORDINALITY stated(words, condition)
  JOIN decisions d ON d.application_id = own.application_id
  JOIN condition_judgements j ON j.decision_id = d.id AND d.conditions->>(j.condition - 1) = stated.words
  WHERE own.id = ${decisionId} ORDER BY stated.condition, j.judged_at DESC, j.id DESC`;

/** As `reasonToWithhold` of the domain: a report that was due before its day is not approved, or a condition is not met. */
const isHeldBack = sql`(EXISTS (SELECT FROM reports r WHERE r.decision_id = p.decision_id
    AND r.status NOT IN ('approved', 'cancelled') AND r.due_on < p.pay_on)
  OR EXISTS (SELECT FROM (${judgedConditions(sql`p.decision_id`)}) said WHERE said.outcome = 'notMet'))`;

/** Who prepared or decided is not offered the attest that would be refused; nor is a release, while something else holds it back. */
function paymentJson(actor: Actor): Sql {
  const registryNumber = sql`(SELECT a.registry_number FROM decisions d JOIN applications a ON a.id = d.application_id
    WHERE d.id = p.decision_id)`;
  const applicationId = sql`(SELECT d.application_id FROM decisions d WHERE d.id = p.decision_id)`;
  const actions = sql`(${caseActionsJson(paymentLifecycle, actor, { status: sql`p.status`, applicationId })})`;
  return sql`json_build_object('id', p.id, 'status', p.status, 'organisation', ${organisationJson},
    'decisionId', p.decision_id, 'registryNumber', ${registryNumber}, 'year', p.year, 'instalment', p.instalment, 'amount', p.amount, 'payOn', p.pay_on,
    'setOff', p.set_off, 'toPay', p.amount - p.set_off,
    'withheldReason', CASE WHEN p.withheld_reason IS NOT NULL THEN jsonb_build_object('kind', 'report') || p.withheld_reason END, 'attestedBy', p.attested_by, 'attestedAt', audit_time(p.attested_at),
    'endToEndId', translate(p.id::text, '-', ''), 'paymentFileId', p.payment_file_id, 'executedOn', p.executed_on, 'bounce', p.bounce,
    'replaces', p.replaces, 'replacedBy', (SELECT r.id FROM payments r WHERE r.replaces = p.id),
    'actions', CASE WHEN ${actor.personId}::uuid IN (p.prepared_by_person, p.decided_by_person)
      THEN ${actions} - 'attest' WHEN p.status = 'withheld' AND ${isHeldBack} THEN ${actions} - 'release' WHEN (SELECT r.id FROM payments r WHERE r.replaces = p.id) IS NOT NULL THEN ${actions} - 'replan'
      ELSE ${actions} END)`;
}

export const PAYMENT_STATUSES = paymentLifecycle.states;

@Injectable()
export class PaymentQueries {
  constructor(private readonly database: Database) {}

  list(actor: Actor, filter: PaymentFilter, request: PageRequest): Promise<JsonText> {
    const where = [
      ...(actor.organisationId ? [sql`p.organisation_id = ${actor.organisationId}`] : []),
      ...(filter.status ? [sql`p.status = ${filter.status}`] : []),
      ...(filter.year !== undefined ? [sql`p.year = ${filter.year}`] : []),
      ...(filter.organisationId ? [sql`p.organisation_id = ${filter.organisationId}`] : []),
      ...(filter.decisionId ? [sql`p.decision_id = ${filter.decisionId}`] : []),
    ];
    const sorts = {
      payOn: { by: sql`p.pay_on`, type: 'date' as const },
      amount: { by: sql`p.amount`, type: 'bigint' as const },
    };
    return this.database.page(
      actor,
      {
        item: paymentJson(actor),
        from,
        countFrom: sql`payments p`,
        where,
        id: sql`p.id`,
        sorts,
        defaultSort: 'payOn',
      },
      request,
    );
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT ${paymentJson(actor)}::text AS body, p.version FROM ${from} WHERE p.id = ${id}`,
    );
  }
}
