import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { cite } from '#domain/applications/rules/cite';
import type { ReportTerms } from '#domain/reports/report-completeness';
import { yearsSettledBy } from '#domain/reports/report-years';
import { computeSettlement, tellSettlement } from '#domain/reports/settlement';
import { sumKronor, type YearAmount } from '#domain/shared/money';
import { wordingOf } from '#core/applications';
import { PaymentRepository } from '#core/payments';
import { Clock } from '#platform/clock';
import type { Report } from './report.entity.js';
import { ReportRepository } from './report.repository.js';
import { Settlement } from './settlement.entity.js';

/** What a report must answer, and what it comes to. */
@Injectable()
export class Settling {
  constructor(
    private readonly reports: ReportRepository,
    private readonly payments: PaymentRepository,
    private readonly clock: Clock,
  ) {}

  async terms(actor: Actor, report: Report): Promise<ReportTerms> {
    const { content, years, reports } = await this.reports.context(actor, report.decisionId);
    const settled = yearsSettledBy(
      report,
      reports,
      years.map((row) => row.year),
    );
    return {
      kind: report.kind,
      years: [...new Set([...settled, report.year])].sort((a, b) => a - b),
      goals: content.activities.flatMap((activity) => activity.goals),
      activityCount: content.activities.length,
    };
  }

  async settle(actor: Actor, report: Report): Promise<Settlement[]> {
    const settlements = await this.reckon(actor, report);
    await this.reports.insertSettlements(settlements);
    return settlements;
  }

  /** What the report's years come to as it stands. Nothing is kept. */
  async reckon(actor: Actor, report: Report): Promise<Settlement[]> {
    const context = await this.reports.context(actor, report.decisionId);
    const wording = wordingOf(context);
    const ceiling = wording.rules.find((rule) => rule.kind === 'maxShareOfCosts');
    const citation = ceiling ? cite(wording, ceiling) : null;
    const settlements: Settlement[] = [];
    for (const year of yearsSettledBy(
      report,
      context.reports,
      context.years.map((row) => row.year),
    )) {
      const sums = {
        granted: context.years.find((row) => row.year === year)!.amount,
        paid: await this.payments.paid(report.decisionId, year),
        costs: sumOf(report.content.costs, year),
        coFinancing: sumOf(report.content.coFinancing, year),
      };
      const facts = { ...sums, percent: ceiling?.parameters.percent ?? null };
      const settlement = computeSettlement(facts);
      const { entitled, used, unused, repay, remaining } = settlement;
      settlements.push(
        Object.assign(new Settlement(), sums, {
          reportId: report.id,
          organisationId: report.organisationId,
          decisionId: report.decisionId,
          year,
          entitled,
          used,
          unused,
          repay,
          remaining,
          finding: tellSettlement(year, facts, settlement, citation),
          settledAt: this.clock.now(),
        }),
      );
    }
    return settlements;
  }
}

function sumOf(rows: readonly YearAmount[], year: number): number {
  return sumKronor(rows.filter((row) => row.year === year).map((row) => row.amount));
}
