import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import {
  checkAmendment,
  computeAmended,
  computeDifference,
  computePlan,
  type Amendment,
} from '#domain/decisions/amendment';
import { computeHold, holdMoves } from '#domain/decisions/amendment-money';
import { decisionYearLifecycle } from '#domain/decisions/decision-year.lifecycle';
import { decisionLifecycle } from '#domain/decisions/decision.lifecycle';
import { authorise } from '#core/access';
import { CaseFactsReader } from '#core/applications';
import { AppropriationRepository, Ledger } from '#core/appropriations';
import { InterestRepository } from '#core/assessments';
import { PaymentService } from '#core/payments';
import { ReportService } from '#core/reports';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Conflict, refuseIf } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { CoFinancingService } from './co-financing.service.js';
import { DecisionYear } from './decision-year.entity.js';
import { Decision } from './decision.entity.js';
import { DecisionRepository } from './decision.repository.js';

/** A proposal to amend the decision in force, which stands as it is until another person has approved the amendment. */
@Injectable()
export class AmendmentService {
  constructor(
    private readonly decisions: DecisionRepository,
    private readonly appropriations: AppropriationRepository,
    private readonly cases: CaseFactsReader,
    private readonly coFinancing: CoFinancingService,
    private readonly interests: InterestRepository,
    private readonly payments: PaymentService,
    private readonly reports: ReportService,
    private readonly ledger: Ledger,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async amend(actor: Actor, id: string, amendment: Amendment): Promise<Decision> {
    const { application, decision: earlier } = await this.decisions.getForUpdate(id);
    authorise(actor, 'decision.amend', earlier);
    await this.interests.refuse(actor, application.id);
    const pending = await this.decisions.proposedOf(application.id);
    if (pending) throw new Conflict({ decisionId: pending });
    const amended = { ...earlier, years: await this.decisions.yearsForUpdate(id) };
    const { facts, wording } = await this.cases.read(actor, application);
    const findings = checkAmendment(amendment, {
      content: facts.content,
      call: facts.call,
      wording,
      earlier: amended,
      taken: await this.payments.takenOfCase(application.id),
      ...(await this.reports.followedOf(application.id)),
    });
    refuseIf(findings);
    const { years, reasons, conditions, reportsDue, instalments } = computeAmended(amended, amendment);
    const plan = computePlan(earlier, amendment, facts.content);
    const own = { granted: years, content: facts.content, plan };
    const evidence = [...findings, ...(await this.coFinancing.matches(actor, earlier, own))];
    const decision = Object.assign(new Decision(), {
      id: newId(),
      organisationId: earlier.organisationId,
      applicationId: application.id,
      appropriationId: earlier.appropriationId,
      outcome: earlier.outcome,
      ...{ reasons, conditions, reportsDue, instalments, plan, evidence },
      amendsId: earlier.id,
      requestedBy: amendment.requestedBy,
      difference: computeDifference(
        amended,
        { ...amendment, ...{ outcome: 'approve', years, conditions, reportsDue, instalments } },
        plan !== earlier.plan,
      ),
      preparedBy: actor.userId,
      preparedByPerson: actor.personId,
      proposedAt: this.clock.now(),
    });
    return this.write(actor, earlier, decision, years);
  }

  /** The earlier decision stands; its chain tells that an amendment was proposed, and only what it adds is held. */
  private async write(
    actor: Actor,
    earlier: Decision,
    decision: Decision,
    years: readonly { year: number; amount: number }[],
  ): Promise<Decision> {
    const before = await this.decisions.carriedYears(earlier.id);
    const first = await this.appropriations.get(earlier.appropriationId!);
    const after = years
      .map((row) => ({
        ...row,
        appropriation: before.find(({ year }) => year === row.year)?.appropriation ?? first,
      }))
      .sort((a, b) => a.year - b.year);
    const { requestedBy, difference } = decision;
    await this.transition.create(decisionLifecycle, decision, actor, { amends: earlier.id, difference });
    for (const { year, amount, appropriation } of after) {
      const row = Object.assign(new DecisionYear(), {
        id: newId(),
        organisationId: decision.organisationId,
        decisionId: decision.id,
        appropriationId: appropriation.id,
        year,
        amount,
      });
      await this.transition.create(decisionYearLifecycle, row, actor, { year, amount });
    }
    const told = { decisionId: decision.id, requestedBy };
    await this.transition.apply(decisionLifecycle, earlier, 'amend', actor, {}, told);
    await this.ledger.rearrange(actor, 'reserve', decision.id, holdMoves(computeHold(before, after)));
    return decision;
  }
}
