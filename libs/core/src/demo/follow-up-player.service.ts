import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { SYSTEM } from '#core/access';
import { AmendmentService, DecisionService } from '#core/decisions';
import { PaymentService } from '#core/payments';
import { ReportService } from '#core/reports';
import type { Scene } from './case-player.service.js';
import { reportOf } from './demo-content.js';
import { DemoQueries, type Followed } from './demo.queries.js';
import { isMoneyAct, MoneyPlayer } from './money-player.service.js';
import type { Dated, FollowUp, MoneyAct } from './story.js';

/** A report's version once an act on it is done: 1 made, 2 opened. */
const REPORT_VERSIONS = { editReport: 3, submitReport: 4, approveReport: 5 };

/** Plays what follows on a granted decision: years, payments, reports and recoveries. What was done before is left as it is. */
@Injectable()
export class FollowUpPlayer {
  constructor(
    private readonly amendments: AmendmentService,
    private readonly decisions: DecisionService,
    private readonly payments: PaymentService,
    private readonly reports: ReportService,
    private readonly money: MoneyPlayer,
    private readonly queries: DemoQueries,
  ) {}

  async play(followUp: Dated<FollowUp>, scene: Scene, actor: (name: string) => Actor): Promise<boolean> {
    const decisionId = scene.applicationId && (await this.queries.liveDecision(scene.applicationId));
    if (!decisionId) return false;
    const followed = await this.queries.followed(decisionId);
    if (isMoneyAct(followUp)) return this.money.play(followUp, followed, scene, actor);
    if (isDone(followUp, followed)) return false;
    await this.act(followUp, decisionId, followed, scene, actor);
    return true;
  }

  private async act(
    followUp: Exclude<FollowUp, MoneyAct>,
    decisionId: string,
    followed: Followed,
    { applicant, signatory, content }: Scene,
    actor: (name: string) => Actor,
  ): Promise<unknown> {
    switch (followUp.act) {
      case 'amend':
        return this.amendments.amend(actor(followUp.by), decisionId, followUp.amendment);
      case 'approveAmendment':
        return this.decisions.approve(actor(followUp.by), decisionId);
      case 'confirmYear':
        return this.decisions.confirmYear(actor(followUp.by), decisionId, followUp.year);
      case 'fallDue':
        return this.payments.advance(SYSTEM, decisionId);
      case 'attest':
        return this.payments.attest(actor(followUp.by), paymentOf(followUp, followed)!.id);
      case 'editReport': {
        const { id, version } = reportDue(followUp, followed)!;
        const changes = reportOf(content, followUp.year, followUp.percentOfPlan);
        return this.reports.edit(applicant, id, version, changes);
      }
      case 'submitReport':
        return this.reports.submit(signatory, reportDue(followUp, followed)!.id);
      case 'approveReport':
        return this.reports.approve(actor(followUp.by), reportDue(followUp, followed)!.id);
    }
  }
}

function isDone(followUp: Exclude<FollowUp, MoneyAct>, followed: Followed): boolean {
  switch (followUp.act) {
    case 'amend':
      return followed.amendsId !== null;
    case 'approveAmendment':
      return followed.status !== 'proposed';
    case 'confirmYear':
      return followed.years.find((row) => row.year === followUp.year)?.status !== 'conditional';
    case 'fallDue':
      return paymentOf(followUp, followed)?.status !== 'planned';
    case 'attest':
      return paymentOf(followUp, followed)?.status !== 'due';
    default:
      return (reportDue(followUp, followed)?.version ?? Infinity) >= REPORT_VERSIONS[followUp.act];
  }
}

export function paymentOf(
  { year, instalment }: { year: number; instalment: number },
  { payments }: Followed,
) {
  return payments.find((row) => row.year === year && row.instalment === instalment);
}

function reportDue({ dueOn }: { dueOn: string }, { reports }: Followed) {
  return reports.find((row) => row.dueOn === dueOn);
}
