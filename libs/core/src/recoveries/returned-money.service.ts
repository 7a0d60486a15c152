import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { Kronor } from '#domain/shared/money';
import { Database, sql, Transactional } from '#platform/database';
import { SetOffService } from './set-off.service.js';

/** A payment as a part of what its case's year was paid; `unclaimed` of that year is paid and not demanded back. Kronor. */
export interface PaidPart {
  paymentId: string;
  caseYear: string;
  amount: Kronor;
  unclaimed: number;
}

/** What a bank gives back, where claims rest on it. */
@Injectable()
export class ReturnedMoney {
  constructor(
    private readonly database: Database,
    private readonly setOffs: SetOffService,
  ) {}

  /** Of payments that the caller has locked. No claim is made on their cases until its transaction ends. */
  async partsOf(paymentIds: readonly string[]): Promise<PaidPart[]> {
    await this.database.execute(
      sql`SELECT take_turns_to_recover(application_id) FROM (SELECT DISTINCT d.application_id FROM payments p
            JOIN decisions d ON d.id = p.decision_id WHERE p.id = ANY(${paymentIds}::uuid[]) ORDER BY 1) cases`,
    );
    return this.database.execute<PaidPart>(
      sql`SELECT own.id AS "paymentId", o.application_id || ' ' || own.year AS "caseYear", own.amount,
            (SELECT coalesce(sum(p.amount), 0) FROM payments p JOIN decisions d ON d.id = p.decision_id
              WHERE d.application_id = o.application_id AND p.year = own.year AND p.status = 'executed')::bigint
            - (SELECT coalesce(sum(row.amount), 0) FROM recoveries r JOIN decisions d ON d.id = r.decision_id,
                jsonb_to_recordset(r.years) AS row(year integer, amount bigint) WHERE d.application_id = o.application_id
                AND r.status <> 'dropped' AND row.year = own.year)::bigint AS unclaimed
          FROM payments own JOIN decisions o ON o.id = own.decision_id WHERE own.id = ANY(${paymentIds}::uuid[])`,
    );
  }

  /** What bounced pays nothing: what was set off against it is owed again. */
  @Transactional()
  async undoSetOffs(
    actor: Actor,
    payments: readonly { id: string }[],
    facts: Record<string, unknown>,
  ): Promise<void> {
    for (const { id } of payments) await this.setOffs.undoOf(actor, id, facts);
  }
}
