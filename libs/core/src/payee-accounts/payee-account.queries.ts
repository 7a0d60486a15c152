import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import {
  payeeAccountLifecycle,
  type PayeeAccountStatus,
} from '#domain/payments/accounts/payee-account.lifecycle';
import { actionsJson } from '#core/access';
import { organisationJson } from '#core/organisations';
import { Clock } from '#platform/clock';
import { Database, sql, type JsonText, type PageRequest, type Sql } from '#platform/database';

export interface PayeeAccountFilter {
  status?: PayeeAccountStatus;
  organisationId?: string;
}

const from = sql`payee_accounts b JOIN organisations o ON o.id = b.organisation_id`;

export const PAYEE_ACCOUNT_STATUSES = payeeAccountLifecycle.states;

@Injectable()
export class PayeeAccountQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, filter: PayeeAccountFilter, request: PageRequest): Promise<JsonText> {
    const where = [
      ...(actor.organisationId ? [sql`b.organisation_id = ${actor.organisationId}`] : []),
      ...(filter.status ? [sql`b.status = ${filter.status}`] : []),
      ...(filter.organisationId ? [sql`b.organisation_id = ${filter.organisationId}`] : []),
    ];
    const sorts = { proposedAt: { by: sql`b.proposed_at`, type: 'timestamptz' as const } };
    const item = this.accountJson(actor);
    const query = { item, from, where, id: sql`b.id`, sorts, defaultSort: '-proposedAt' };
    return this.database.page(actor, query, request);
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT ${this.accountJson(actor)}::text AS body, b.version FROM ${from} WHERE b.id = ${id}`,
    );
  }

  /** Which account is in use is derived from the day: see `accountInUse`. Who proposed is not offered the approval. */
  private accountJson(actor: Actor): Sql {
    const actions = sql`(${actionsJson(payeeAccountLifecycle, actor)} -> b.status)`;
    return sql`json_build_object('id', b.id, 'status', b.status, 'organisation', ${organisationJson}, 'kind', b.kind,
      'number', b.number, 'bic', b.bic, 'reason', b.reason, 'proposedBy', b.proposed_by,
      'proposedAt', audit_time(b.proposed_at), 'approvedBy', b.approved_by, 'approvedAt', audit_time(b.approved_at),
      'usableFrom', b.usable_from, 'note', b.note,
      'isInUse', b.id IS NOT DISTINCT FROM (SELECT u.id FROM payee_accounts u WHERE u.organisation_id = b.organisation_id
        AND u.status = 'approved' AND u.usable_from <= ${this.clock.today()} ORDER BY u.approved_at DESC LIMIT 1),
      'actions', CASE WHEN b.proposed_by_person = ${actor.personId} THEN ${actions} - 'approve' ELSE ${actions} END)`;
  }
}
