import { Injectable } from '@nestjs/common';
import type { ReportStatus } from '#domain/reports/report.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor } from '#domain/shared/money';
import { Database, sql } from '#platform/database';
import { Payment } from './payment.entity.js';

@Injectable()
export class PaymentRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<Payment> {
    return this.database.lock(Payment, id);
  }

  /** The decision's payments in firm years that wait for their day or for a report, locked. */
  waitingForUpdate(decisionId: string): Promise<Payment[]> {
    return this.database.manager
      .createQueryBuilder(Payment, 'payment')
      .setLock('pessimistic_write')
      .where('payment.decision_id = :decisionId', { decisionId })
      .andWhere(`payment.status IN ('planned', 'withheld')`)
      .andWhere(
        `EXISTS (SELECT FROM decision_years y WHERE y.id = payment.decision_year_id AND y.status = 'firm')`,
      )
      .orderBy('payment.pay_on')
      .addOrderBy('payment.instalment')
      .getMany();
  }

  /** All payments of the case, of its earlier decisions too, locked: nobody attests one while they are planned anew. */
  ofCaseForUpdate(applicationId: string): Promise<Payment[]> {
    return this.database.manager
      .createQueryBuilder(Payment, 'payment')
      .setLock('pessimistic_write')
      .where(
        'payment.decision_id IN (SELECT d.id FROM decisions d WHERE d.application_id = :applicationId)',
        { applicationId },
      )
      .orderBy('payment.pay_on')
      .addOrderBy('payment.instalment')
      .getMany();
  }

  /** The payments of a decision's year, locked. */
  ofYearForUpdate(decisionYearId: string): Promise<Payment[]> {
    return this.database.manager
      .createQueryBuilder(Payment, 'payment')
      .setLock('pessimistic_write')
      .where('payment.decision_year_id = :decisionYearId', { decisionYearId })
      .orderBy('payment.pay_on')
      .addOrderBy('payment.instalment')
      .getMany();
  }

  /** The decision's reports: one that was due before a payment and is not approved holds it back. */
  reportsOf(decisionId: string): Promise<{ id: string; dueOn: LocalDate; status: ReportStatus }[]> {
    return this.database.execute(
      sql`SELECT id, due_on AS "dueOn", status FROM reports WHERE decision_id = ${decisionId} ORDER BY due_on`,
    );
  }

  /** Decisions with payments that may be due by now. */
  async decisionsWaiting(before: LocalDate): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      { organisationId: null },
      sql`SELECT DISTINCT decision_id AS id FROM payments WHERE status = 'planned' AND pay_on <= ${before}`,
    );
    return rows.map((row) => row.id);
  }

  /** What the bank has paid of a decision's year, by earlier decisions of the case too, in kronor. */
  async paid(decisionId: string, year: number): Promise<Kronor> {
    const [row] = await this.database.execute<{ paid: Kronor }>(
      sql`SELECT coalesce(sum(p.amount), 0)::bigint AS paid FROM decisions own
          JOIN decisions d ON d.application_id = own.application_id JOIN payments p ON p.decision_id = d.id
          WHERE own.id = ${decisionId} AND p.year = ${year} AND p.status = 'executed'`,
    );
    return row!.paid;
  }
}
