import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { Owed } from '#domain/recoveries/repayment';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor } from '#domain/shared/money';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { newId } from '#platform/ids';

/** `undoSetOff` takes back a set-off against a payment that was cancelled. */
export type RecoveryAct = 'claim' | 'interest' | 'payment' | 'setOff' | 'undoSetOff' | 'writeOff';

const OWED_MORE: readonly RecoveryAct[] = ['claim', 'interest', 'undoSetOff'];

export interface RecoveryBalance extends Owed {
  claimed: Kronor;
  /** Interest that was charged, paid or not. */
  charged: Kronor;
  paid: Kronor;
  setOff: Kronor;
  writtenOff: Kronor;
}

export interface RecoveryPosting {
  act: RecoveryAct;
  parts: Owed;
  /** The day that it counts from. */
  day: LocalDate;
  /** The bank's, of a payment. */
  reference?: string;
  /** The payment that was lowered, of a set-off. */
  paymentId?: string;
}

const NOTHING: RecoveryBalance = {
  claimed: 0,
  charged: 0,
  paid: 0,
  setOff: 0,
  writtenOff: 0,
  principal: 0,
  interest: 0,
};

/**
 * The books of a recovery: postings are only added. The database keeps what is left of principal and interest from them
 * and refuses what would take either below zero.
 */
@Injectable()
export class RecoveryBooks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async balance(recoveryId: string): Promise<RecoveryBalance> {
    const [balance] = await this.database.execute<RecoveryBalance>(
      sql`SELECT claimed, charged, paid, set_off AS "setOff", written_off AS "writtenOff", principal, interest
          FROM recovery_balances WHERE recovery_id = ${recoveryId}`,
    );
    return balance ?? NOTHING;
  }

  /** What has been repaid of the principal, in cash and by set-off. */
  async repaidPrincipal(recoveryId: string): Promise<Kronor> {
    const [row] = await this.database.execute<{ repaid: Kronor }>(
      sql`SELECT coalesce(-sum(e.amount), 0)::bigint AS repaid FROM recovery_entries e
          JOIN recovery_postings p ON p.id = e.posting_id
          WHERE p.recovery_id = ${recoveryId} AND p.act IN ('payment', 'setOff', 'undoSetOff') AND e.part = 'principal'`,
    );
    return row!.repaid;
  }

  /** True where the same money was registered before: same reference, day and sum. */
  async hasPayment(
    recoveryId: string,
    payment: { reference: string; day: LocalDate; amount: Kronor },
  ): Promise<boolean> {
    const rows = await this.database.execute(
      sql`SELECT FROM recovery_postings WHERE recovery_id = ${recoveryId} AND act = 'payment'
          AND reference = ${payment.reference} AND day = ${payment.day} AND amount = ${payment.amount}`,
    );
    return rows.length > 0;
  }

  /** What recoveries have been set off against a payment and not taken back, by recovery. */
  async setOffsOf(paymentId: string): Promise<{ recoveryId: string; parts: Owed }[]> {
    return this.database.execute(
      sql`SELECT p.recovery_id AS "recoveryId", json_build_object(
            'principal', coalesce(-sum(e.amount) FILTER (WHERE e.part = 'principal'), 0),
            'interest', coalesce(-sum(e.amount) FILTER (WHERE e.part = 'interest'), 0)) AS parts
          FROM recovery_postings p JOIN recovery_entries e ON e.posting_id = p.id
          WHERE p.payment_id = ${paymentId} GROUP BY p.recovery_id HAVING sum(e.amount) < 0 ORDER BY p.recovery_id`,
    );
  }

  async post(
    actor: Actor,
    recovery: { id: string; organisationId: string },
    { act, parts, day, reference, paymentId }: RecoveryPosting,
  ): Promise<void> {
    const sign = OWED_MORE.includes(act) ? 1 : -1;
    const entries = (['principal', 'interest'] as const)
      .filter((part) => parts[part] > 0)
      .map((part) => ({ part, amount: sign * parts[part] }));
    if (entries.length === 0) return;
    const id = newId();
    await this.database.execute(
      sql`WITH posting AS (
          INSERT INTO recovery_postings (id, recovery_id, organisation_id, act, amount, day, reference, payment_id, actor_id,
            booked_on, posted_at)
          VALUES (${id}, ${recovery.id}, ${recovery.organisationId}, ${act}, ${parts.principal + parts.interest}, ${day},
            ${reference ?? null}, ${paymentId ?? null}, ${actor.userId}, ${this.clock.today()}, ${this.clock.now()}))
        INSERT INTO recovery_entries (posting_id, organisation_id, part, amount)
        SELECT ${id}, ${recovery.organisationId}, e.part, e.amount
        FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS e(part text, amount bigint)`,
    );
  }
}
