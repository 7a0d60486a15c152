import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { SettledYear } from '#domain/decisions/amendment';
import type { ReportDuty } from '#domain/decisions/proposal';
import { matchDuties } from '#domain/reports/report-duties';
import { checkEvidence } from '#domain/reports/evidence-demand';
import { checkReport } from '#domain/reports/report-completeness';
import type { ReportContent } from '#domain/reports/report-content';
import { yearsSettledBy } from '#domain/reports/report-years';
import { reportLifecycle } from '#domain/reports/report.lifecycle';
import type { LocalDate } from '#domain/shared/local-date';
import { authorise, expectVersion } from '#core/access';
import { InterestRepository } from '#core/assessments';
import { PaymentService } from '#core/payments';
import { RecoveryService } from '#core/recoveries';
import { SubmissionRepository, toHandIn } from '#core/submissions';
import type { AuditData } from '#platform/audit';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Invalid, refuseIf } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { EvidenceRepository } from './demands/evidence.repository.js';
import { prefill } from './prefill.js';
import { Report } from './report.entity.js';
import { ReportRepository, type ReportContext } from './report.repository.js';
import type { Settlement } from './settlement.entity.js';
import { Settling } from './settling.js';

/** What a year would come to: nothing is settled, so it has no day, and whose it is the report says. */
type ForeseenSettlement = Omit<Settlement, 'reportId' | 'organisationId' | 'decisionId' | 'settledAt'>;

function foreseen(settlement: Settlement): ForeseenSettlement {
  const { year, granted, paid, costs, coFinancing, entitled, used, unused, repay, remaining, finding } =
    settlement;
  return { year, granted, paid, costs, coFinancing, entitled, used, unused, repay, remaining, finding };
}

@Injectable()
export class ReportService {
  constructor(
    private readonly reports: ReportRepository,
    private readonly interests: InterestRepository,
    private readonly payments: PaymentService,
    private readonly recoveries: RecoveryService,
    private readonly settling: Settling,
    private readonly demands: EvidenceRepository,
    private readonly submissions: SubmissionRepository,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /** The reports that a decision demands, prefilled from the application, and open where their year is firm. */
  @Transactional()
  async plan(
    actor: Actor,
    decision: { id: string; organisationId: string; reportsDue: readonly ReportDuty[] },
  ): Promise<void> {
    const context = await this.reports.context(actor, decision.id);
    const duties = decision.reportsDue.map((duty) => ({ ...duty, id: newId() }));
    const reports = [...context.reports, ...duties];
    for (const duty of duties) {
      const years = yearsSettledBy(
        duty,
        reports,
        context.years.map((row) => row.year),
      );
      const report = Object.assign(new Report(), duty, {
        organisationId: decision.organisationId,
        decisionId: decision.id,
        content: prefill(context.content, years.length > 0 ? years : [duty.year]),
        updatedAt: this.clock.now(),
      });
      const { kind, year, dueOn } = duty;
      await this.transition.create(reportLifecycle, report, actor, { kind, year, dueOn });
      if (isFirm(report, { ...context, reports }))
        await this.transition.apply(reportLifecycle, report, 'open', actor);
    }
  }

  /** The reports that an amended decision demands: those there are go on where they answer a duty, with what is in them. */
  @Transactional()
  async replan(
    actor: Actor,
    decision: {
      id: string;
      organisationId: string;
      applicationId: string;
      reportsDue: readonly ReportDuty[];
    },
  ): Promise<void> {
    const reports = await this.reports.ofCaseForUpdate(decision.applicationId);
    const { kept, added, dropped } = matchDuties(reports, decision.reportsDue);
    const facts = { decisionId: decision.id };
    for (const report of dropped) await this.cancel(actor, report, facts);
    for (const { report, duty } of kept) {
      const due = { year: duty.year, dueOn: duty.dueOn };
      const written = { ...due, decisionId: decision.id, updatedAt: this.clock.now() };
      await this.transition.apply(reportLifecycle, report, 'replan', actor, written, { ...facts, ...due });
    }
    await this.plan(actor, { ...decision, reportsDue: added });
  }

  /** The case's reports, locked, and the years that an approved one has settled. */
  async followedOf(applicationId: string): Promise<{ reports: Report[]; settled: SettledYear[] }> {
    const reports = await this.reports.ofCaseForUpdate(applicationId);
    return { reports, settled: await this.reports.settledYears(applicationId) };
  }

  /** What a recipient no longer reports: its decision was revoked. What was handed in is still read. */
  @Transactional()
  async cancelWaiting(actor: Actor, applicationId: string, facts: AuditData): Promise<void> {
    for (const report of await this.reports.ofCaseForUpdate(applicationId))
      if (reportLifecycle.next(report.status, 'cancel')) await this.cancel(actor, report, facts);
  }

  /** Opens the reports whose year is firm, or lapsed with a firm year left to settle: there is money to account for. */
  @Transactional()
  async openFirm(actor: Actor, decisionId: string): Promise<void> {
    const context = await this.reports.context(actor, decisionId);
    for (const report of await this.reports.upcomingForUpdate(decisionId))
      if (isFirm(report, context)) await this.transition.apply(reportLifecycle, report, 'open', actor);
  }

  /** Of a year that lapsed nothing is reported: its reports settle what earlier years left to them, or are cancelled. */
  @Transactional()
  async lapse(actor: Actor, decisionId: string, lapsed: number): Promise<void> {
    const { years, reports } = await this.reports.context(actor, decisionId);
    const granted = years.map((row) => row.year);
    for (const report of await this.reports.upcomingForUpdate(decisionId))
      if (report.year === lapsed && yearsSettledBy(report, reports, granted).length === 0)
        await this.cancel(actor, report, { lapsed });
    await this.openFirm(actor, decisionId);
  }

  @Transactional()
  async edit(actor: Actor, id: string, version: number, changes: Partial<ReportContent>): Promise<Report> {
    const report = await this.reports.getForUpdate(id);
    authorise(actor, 'report.edit', report);
    expectVersion(report, version);
    const written = { draft: { ...toHandIn(report), ...changes }, updatedAt: this.clock.now() };
    return this.transition.apply(reportLifecycle, report, 'edit', actor, written, {
      parts: Object.keys(changes),
    });
  }

  /** What approving the report as it stands would settle. */
  @Transactional()
  async foreseeSettlement(actor: Actor, id: string): Promise<{ items: ForeseenSettlement[] }> {
    const report = await this.reports.get(id);
    authorise(actor, 'report.read', report);
    const seen = actor.organisationId === null ? report : { ...report, content: toHandIn(report) };
    const settlements = await this.settling.reckon(actor, seen);
    return { items: settlements.map(foreseen) };
  }

  @Transactional()
  async submit(actor: Actor, id: string): Promise<Report> {
    const report = await this.reports.getForUpdate(id);
    authorise(actor, 'report.submit', report);
    const content = toHandIn(report);
    const findings = checkReport(content, await this.settling.terms(actor, report));
    refuseIf(findings);
    const submitted = (await this.submissions.next('report', id))!;
    const submittedAt = this.submissions.freeze('report', report, submitted, { findings }, actor);
    const written = { content, draft: null, submittedAt, updatedAt: submittedAt, completion: null };
    return this.transition.apply(reportLifecycle, report, 'submit', actor, written, { ...submitted });
  }

  @Transactional()
  async requestCompletion(
    actor: Actor,
    id: string,
    request: { items: { text: string }[]; dueOn: LocalDate },
  ): Promise<Report> {
    const report = await this.reports.getForUpdate(id);
    authorise(actor, 'report.request-completion', report);
    await this.interests.refuseForDecision(actor, report.decisionId);
    const today = this.clock.today();
    if (request.dueOn <= today) throw new Invalid([{ code: 'dueInThePast', path: 'dueOn', data: { today } }]);
    const written = { completion: request, updatedAt: this.clock.now() };
    return this.transition.apply(reportLifecycle, report, 'request-completion', actor, written, request);
  }

  /** Approval settles the report's years, proposes to demand back what was paid too much, and lets waiting payments go. */
  @Transactional()
  async approve(actor: Actor, id: string): Promise<Report> {
    const report = await this.reports.getForUpdate(id);
    authorise(actor, 'report.approve', report);
    await this.interests.refuseForDecision(actor, report.decisionId);
    refuseIf(checkEvidence(await this.demands.ofReport(actor, id)));
    const settlements = await this.settling.settle(actor, report);
    const now = this.clock.now();
    const written = { approvedBy: actor.userId, approvedAt: now, updatedAt: now };
    const facts = {
      settlements: settlements.map(({ year, entitled, unused, repay }) => ({
        year,
        entitled,
        unused,
        repay,
      })),
    };
    const approved = await this.transition.apply(reportLifecycle, report, 'approve', actor, written, facts);
    await this.recoveries.considerSettlement(actor, report, settlements);
    await this.payments.advance(actor, report.decisionId);
    return approved;
  }

  /** What was being written of it goes with it: it was never handed in. */
  private cancel(actor: Actor, report: Report, facts: AuditData): Promise<Report> {
    return this.transition.apply(reportLifecycle, report, 'cancel', actor, { draft: null }, facts);
  }
}

/** Whether a year that the report accounts for is firm: its own, or those that it settles where its own is not granted. */
function isFirm(report: Report, { years, reports }: Pick<ReportContext, 'years' | 'reports'>): boolean {
  const granted = years.map((row) => row.year);
  const accounts = granted.includes(report.year) ? [report.year] : yearsSettledBy(report, reports, granted);
  return years.some(({ year, status }) => status === 'firm' && accounts.includes(year));
}
