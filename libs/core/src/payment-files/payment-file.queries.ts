import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { paymentFileLifecycle, type PaymentFileStatus } from '#domain/payments/bank/payment-file.lifecycle';
import { actionsJson } from '#core/access';
import { organisationJson } from '#core/organisations';
import { Database, sql, type JsonText, type PageRequest, type Sql } from '#platform/database';

export interface PaymentFileFilter {
  status?: PaymentFileStatus;
}

const from = sql`payment_files f`;

/** How many of the file's payments stand where: what is left to wait for is `sent`. */
const counts = sql`(SELECT json_build_object('attested', count(*) FILTER (WHERE p.status = 'attested'),
  'sent', count(*) FILTER (WHERE p.status = 'sent'), 'executed', count(*) FILTER (WHERE p.status = 'executed'),
  'bounced', count(*) FILTER (WHERE p.status = 'bounced'))
  FROM payment_file_lines l JOIN payments p ON p.id = l.payment_id WHERE l.payment_file_id = f.id)`;

function fileJson(actor: Actor): Sql {
  return sql`jsonb_build_object('id', f.id, 'status', f.status, 'messageId', f.message_id, 'paymentCount', f.payment_count,
    'controlSum', f.control_sum, 'requestedBy', f.requested_by, 'requestedAt', audit_time(f.requested_at),
    'madeAt', audit_time(f.made_at), 'sha256', f.sha256, 'size', length(f.content), 'payments', ${counts},
    'actions', ${actionsJson(paymentFileLifecycle, actor)} -> f.status)`;
}

const linesJson = sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('number', l.number, 'paymentId', l.payment_id,
    'endToEndId', l.end_to_end_id, 'status', p.status, 'organisation', ${organisationJson}, 'amount', l.amount,
    'executeOn', l.execute_on, 'account', l.account, 'executedOn', p.executed_on, 'bounce', p.bounce) ORDER BY l.number), '[]')
  FROM payment_file_lines l JOIN payments p ON p.id = l.payment_id JOIN organisations o ON o.id = l.organisation_id
  WHERE l.payment_file_id = f.id)`;

const settlementJson = sql`jsonb_build_object('id', s.id, 'paymentFileId', s.payment_file_id, 'kind', s.kind,
  'messageId', s.message_id, 'sha256', s.sha256, 'uploadedBy', s.uploaded_by, 'uploadedAt', audit_time(s.uploaded_at),
  'outcomes', (SELECT coalesce(jsonb_object_agg(outcome, n), '{}') FROM (SELECT r->>'outcome' AS outcome, count(*) AS n
    FROM jsonb_array_elements(s.rows) r GROUP BY 1) t))`;

export const PAYMENT_FILE_STATUSES = paymentFileLifecycle.states;

@Injectable()
export class PaymentFileQueries {
  constructor(private readonly database: Database) {}

  list(actor: Actor, filter: PaymentFileFilter, request: PageRequest): Promise<JsonText> {
    const where = filter.status ? [sql`f.status = ${filter.status}`] : [];
    const sorts = { requestedAt: { by: sql`f.requested_at`, type: 'timestamptz' as const } };
    const query = { item: fileJson(actor), from, where, id: sql`f.id`, sorts, defaultSort: '-requestedAt' };
    return this.database.page(actor, query, request);
  }

  one(actor: Actor, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT (${fileJson(actor)} || jsonb_build_object('lines', ${linesJson}, 'settlements',
          (SELECT coalesce(jsonb_agg(${settlementJson} ORDER BY s.uploaded_at, s.id), '[]') FROM payment_settlements s
            WHERE s.payment_file_id = f.id)))::text AS body, f.version FROM ${from} WHERE f.id = ${id}`,
    );
  }

  /** One notice with what every row came to. */
  settlement(actor: Actor, paymentFileId: string, id: string): Promise<JsonText> {
    return this.database.document(
      actor,
      sql`SELECT (${settlementJson} || jsonb_build_object('rows', s.rows))::text AS body, 1 AS version
          FROM payment_settlements s WHERE s.id = ${id} AND s.payment_file_id = ${paymentFileId}`,
    );
  }
}
