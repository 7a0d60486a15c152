import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { applicationLifecycle } from '#domain/applications/application.lifecycle';
import { checkEligibility } from '#domain/applications/eligibility';
import { applyJudgements } from '#domain/applications/judgement';
import { decisionYearLifecycle } from '#domain/decisions/decision-year.lifecycle';
import { decisionLifecycle } from '#domain/decisions/decision.lifecycle';
import { checkProposal, type Proposal } from '#domain/decisions/proposal';
import type { Finding } from '#domain/shared/finding';
import { authorise } from '#core/access';
import {
  ApplicationRepository,
  CaseFactsReader,
  JudgementRepository,
  type Application,
} from '#core/applications';
import { AppropriationRepository, Ledger, type Appropriation } from '#core/appropriations';
import { InterestRepository } from '#core/assessments';
import type { Call } from '#core/calls';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { refuseIf } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { CoFinancingService } from './co-financing.service.js';
import { DecisionYear } from './decision-year.entity.js';
import { Decision } from './decision.entity.js';

/** A case officer's proposal: checked against the rules, and its money held from the same moment. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly appropriations: AppropriationRepository,
    private readonly cases: CaseFactsReader,
    private readonly coFinancing: CoFinancingService,
    private readonly interests: InterestRepository,
    private readonly judgements: JudgementRepository,
    private readonly ledger: Ledger,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async propose(actor: Actor, applicationId: string, proposal: Proposal): Promise<Decision> {
    const application = await this.applications.getForUpdate(applicationId);
    authorise(actor, 'application.propose', application);
    await this.interests.refuse(actor, applicationId);
    const { call, facts, wording } = await this.cases.read(actor, application);
    const judgements = await this.judgements.of(actor, applicationId);
    const eligibility = applyJudgements(checkEligibility(facts, wording), judgements);
    const findings = checkProposal(proposal, {
      content: facts.content,
      call: facts.call,
      wording,
      eligibility,
    });
    refuseIf(findings);
    const appropriation = await this.appropriationFor(call, proposal);
    const own = { granted: proposal.years, content: facts.content, plan: null };
    const decision = await this.write(actor, application, proposal, appropriation, [
      ...eligibility,
      ...findings,
      ...(await this.coFinancing.matches(actor, { ...application, applicationId }, own)),
    ]);
    await this.transition.apply(applicationLifecycle, application, 'propose', actor, {
      updatedAt: this.clock.now(),
    });
    if (appropriation) await this.ledger.reserve(actor, decision.id, appropriation, proposal.years);
    return decision;
  }

  private async write(
    actor: Actor,
    application: Application,
    { years, outcome, reasons, conditions, reportsDue, instalments = [] }: Proposal,
    appropriation: Appropriation | null,
    evidence: Finding[],
  ): Promise<Decision> {
    const { organisationId } = application;
    const decision = Object.assign(new Decision(), {
      id: newId(),
      organisationId,
      applicationId: application.id,
      appropriationId: appropriation?.id ?? null,
      outcome,
      reasons,
      conditions,
      reportsDue,
      instalments,
      evidence,
      preparedBy: actor.userId,
      preparedByPerson: actor.personId,
      proposedAt: this.clock.now(),
    });
    await this.transition.create(decisionLifecycle, decision, actor, { outcome, years });
    if (!appropriation) return decision;
    for (const { year, amount } of years) {
      const row = Object.assign(new DecisionYear(), {
        id: newId(),
        organisationId,
        decisionId: decision.id,
        appropriationId: appropriation.id,
        year,
        amount,
      });
      await this.transition.create(decisionYearLifecycle, row, actor, { year, amount });
    }
    return decision;
  }

  /** The appropriation of the first granted year, or the last one before it: its commitment limit then carries the promise. */
  private async appropriationFor(call: Call, { outcome, years }: Proposal): Promise<Appropriation | null> {
    if (outcome !== 'approve') return null;
    const first = Math.min(...years.map((row) => row.year));
    const appropriation = await this.appropriations.latest(call.appropriationCode, first);
    if (!appropriation) {
      const data = { appropriationCode: call.appropriationCode, year: first };
      refuseIf([{ code: 'notAppropriated', outcome: 'notMet', citation: null, data }]);
    }
    return appropriation;
  }
}
