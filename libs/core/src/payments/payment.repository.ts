import { Injectable } from '@nestjs/common';
import type { JudgedCondition } from '#domain/payments/withholding';
import { OPEN_TO_SET_OFF } from '#domain/recoveries/set-off';
import type { ReportStatus } from '#domain/reports/report.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor } from '#domain/shared/money';
import { Database, sql } from '#platform/database';
import { ConditionJudgement } from './condition-judgement.entity.js';
import { Payment } from './payment.entity.js';
import { judgedConditions } from './payment.queries.js';

export interface HoldsBack {
  reports: { id: string; dueOn: LocalDate; status: ReportStatus }[];
  conditions: JudgedCondition[];
}

export interface BoundIn {
  appropriationId: string;
  appropriationYear: number;
  /** The case's approved decision, and its year; `null` where none stands. */
  standing: {
    decisionId: string;
    decisionYearId: string | null;
    yearStatus: 'conditional' | 'firm' | 'lapsed' | null;
    /** What of the year's sum no payment of the case takes, kronor. */
    room: Kronor;
    preparedByPerson: string;
    decidedByPerson: string;
  } | null;
}

const inOrder = sql`ORDER BY pay_on, instalment`;

@Injectable()
export class PaymentRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<Payment> {
    return this.database.lock(Payment, id);
  }

  /** The decision's payments in firm years that nobody has attested, locked. */
  waitingForUpdate(decisionId: string): Promise<Payment[]> {
    return this.database.lockAll(
      Payment,
      sql`decision_id = ${decisionId} AND status IN ('planned', 'due', 'withheld')
        AND EXISTS (SELECT FROM decision_years y WHERE y.id = decision_year_id AND y.status = 'firm') ${inOrder}`,
    );
  }

  /** All payments of the case, of its earlier decisions too, locked: nobody attests one while they are planned anew. */
  ofCaseForUpdate(applicationId: string): Promise<Payment[]> {
    return this.database.lockAll(
      Payment,
      sql`decision_id IN (SELECT d.id FROM decisions d WHERE d.application_id = ${applicationId}) ${inOrder}`,
    );
  }

  /** The payments of a decision's year, locked. */
  ofYearForUpdate(decisionYearId: string): Promise<Payment[]> {
    return this.database.lockAll(Payment, sql`decision_year_id = ${decisionYearId} ${inOrder}`);
  }

  /** The organisation's payments that nobody has attested, in firm years of decisions in force, with something left; locked. */
  openToSetOffForUpdate(organisationId: string): Promise<Payment[]> {
    return this.database.lockAll(
      Payment,
      sql`organisation_id = ${organisationId} AND status = ANY(${OPEN_TO_SET_OFF}) AND set_off < amount
        AND EXISTS (SELECT FROM decision_years y JOIN decisions d ON d.id = y.decision_id
          WHERE y.id = decision_year_id AND y.status = 'firm' AND d.status = 'approved') ${inOrder}`,
    );
  }

  /**
   * What may hold the decision's payments back: the reports that it asks for, and what was last said of each of its
   * conditions, under an earlier decision of the case too: it still holds.
   */
  async whatHoldsBack(decisionId: string): Promise<HoldsBack> {
    const [row] = await this.database.execute<HoldsBack>(
      sql`SELECT (SELECT coalesce(json_agg(json_build_object('id', id, 'dueOn', due_on, 'status', status) ORDER BY due_on), '[]')
            FROM reports WHERE decision_id = ${decisionId} AND status <> 'cancelled') AS reports,
          (SELECT coalesce(json_agg(said), '[]') FROM (${judgedConditions(sql`${decisionId}::uuid`)}) said) AS conditions`,
    );
    return row!;
  }

  async addConditionJudgement(judgement: ConditionJudgement): Promise<void> {
    const insert = this.database.manager.createQueryBuilder().insert().into(ConditionJudgement);
    await insert.values(judgement).execute();
  }

  /** Decisions with payments that may be due by now, or that wait for something that may have come. */
  async decisionsWaiting(before: LocalDate): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      { organisationId: null },
      sql`SELECT DISTINCT decision_id AS id FROM payments
          WHERE status = 'withheld' OR (status IN ('planned', 'due') AND pay_on <= ${before})`,
    );
    return rows.map((row) => row.id);
  }

  /** Many payments in the order of their ids, locked: two who want the same take turns. Those that are not there are left out. */
  manyForUpdate(ids: readonly string[]): Promise<Payment[]> {
    return this.database.lockAll(Payment, sql`id = ANY(${ids}::uuid[]) ORDER BY id`);
  }

  /**
   * Where the payment's money is bound now: by the case's standing decision, its own or the amendment that superseded it.
   * Without one, nothing is bound any more; the appropriation is then the one that paid.
   */
  async boundIn({ decisionId, decisionYearId, year }: Payment): Promise<BoundIn> {
    const [row] = await this.database.execute<BoundIn>(
      sql`SELECT a.id AS "appropriationId", a.year AS "appropriationYear",
            CASE WHEN live.id IS NOT NULL THEN json_build_object('decisionId', live.id, 'decisionYearId', live_year.id,
              'yearStatus', live_year.status, 'room', live_year.amount - (SELECT coalesce(sum(p.amount), 0)
                FROM payments p JOIN decisions o ON o.id = p.decision_id WHERE o.application_id = d.application_id
                  AND p.year = y.year AND p.status NOT IN ('cancelled', 'bounced')), 'preparedByPerson', live.prepared_by_person,
              'decidedByPerson', live.decided_by_person) END AS standing
          FROM decisions d JOIN decision_years y ON y.id = ${decisionYearId}
          LEFT JOIN decisions live ON live.application_id = d.application_id AND live.status = 'approved'
          LEFT JOIN decision_years live_year ON live_year.decision_id = live.id AND live_year.year = ${year}
          JOIN appropriations a ON a.id = coalesce(live_year.appropriation_id, y.appropriation_id)
          WHERE d.id = ${decisionId}`,
    );
    return row!;
  }

  /** True where another payment is sent instead of this one. */
  async isReplaced(id: string): Promise<boolean> {
    const [row] = await this.database.execute<{ isReplaced: boolean }>(
      sql`SELECT EXISTS (SELECT FROM payments WHERE replaces = ${id}) AS "isReplaced"`,
    );
    return row!.isReplaced;
  }

  /** The number that the next instalment of the payment's year has. */
  async nextInstalment(decisionId: string, year: number): Promise<number> {
    const [row] = await this.database.execute<{ next: number }>(
      sql`SELECT coalesce(max(instalment), 0) + 1 AS next FROM payments WHERE decision_id = ${decisionId} AND year = ${year}`,
    );
    return row!.next;
  }

  /**
   * What is paid or on its way of the payment's year over the case, and what its last settlement entitles to; `null`
   * where no report has settled it. The year is locked: two payments of it are not attested at once. Kronor.
   */
  async entitlement({
    decisionId,
    decisionYearId,
    year,
  }: Payment): Promise<{ taken: Kronor; entitled: Kronor | null }> {
    const ofCase = sql`(SELECT d.id FROM decisions own JOIN decisions d ON d.application_id = own.application_id
      WHERE own.id = ${decisionId})`;
    const [settled] = await this.database.execute<{ entitled: Kronor }>(
      sql`SELECT entitled FROM settlements WHERE year = ${year} AND decision_id IN ${ofCase}
          ORDER BY settled_at DESC, report_id DESC LIMIT 1`,
    );
    if (!settled) return { taken: 0, entitled: null };
    await this.database.execute(sql`SELECT FROM decision_years WHERE id = ${decisionYearId} FOR UPDATE`);
    const [row] = await this.database.execute<{ taken: Kronor }>(
      sql`SELECT coalesce(sum(amount), 0)::bigint AS taken FROM payments WHERE year = ${year}
          AND status IN ('attested', 'sent', 'executed') AND decision_id IN ${ofCase}`,
    );
    return { taken: row!.taken, entitled: settled.entitled };
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
