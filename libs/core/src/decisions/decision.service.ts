import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { applicationLifecycle } from '#domain/applications/application.lifecycle';
import { decisionYearLifecycle } from '#domain/decisions/decision-year.lifecycle';
import { decisionLifecycle } from '#domain/decisions/decision.lifecycle';
import { splitYears } from '#domain/decisions/multi-year';
import { authorise } from '#core/access';
import type { Application } from '#core/applications';
import { AppropriationRepository, Ledger, type Appropriation } from '#core/appropriations';
import { InterestRepository } from '#core/assessments';
import { CallRepository } from '#core/calls';
import { PaymentService } from '#core/payments';
import { ReportService } from '#core/reports';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { NotFound, refuseIf } from '#platform/errors';
import { Transition } from '#platform/transition';
import type { DecisionYear } from './decision-year.entity.js';
import type { Decision } from './decision.entity.js';
import { DecisionRepository } from './decision.repository.js';
import { DecisionLetters } from './decision.letters.js';
import { FourEyes } from './four-eyes.js';
import { Superseding } from './superseding.js';

/** What a proposal grants: its years, and the appropriation that the first of them draws on. */
interface Granted {
  years: DecisionYear[];
  appropriation: Appropriation | null;
}

/** What a decision maker does with a proposal, and what follows from it. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly decisions: DecisionRepository,
    private readonly appropriations: AppropriationRepository,
    private readonly calls: CallRepository,
    private readonly fourEyes: FourEyes,
    private readonly interests: InterestRepository,
    private readonly letters: DecisionLetters,
    private readonly payments: PaymentService,
    private readonly reports: ReportService,
    private readonly superseding: Superseding,
    private readonly ledger: Ledger,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async approve(actor: Actor, id: string): Promise<Decision> {
    const { application, decision, ties, ...granted } = await this.take(actor, id);
    authorise(actor, 'decision.approve', decision);
    this.fourEyes.refuseOwnWork(ties);
    const superseded = decision.amendsId === null ? null : await this.superseding.supersede(actor, decision);
    const decided = { decidedBy: actor.userId, decidedByPerson: actor.personId, decidedAt: this.clock.now() };
    await this.transition.apply(decisionLifecycle, decision, 'approve', actor, decided, {
      outcome: decision.outcome,
    });
    if (superseded) {
      const confirm = (year: DecisionYear, appropriationId: string) =>
        this.confirm(actor, year, appropriationId);
      const years = await this.superseding.takeOver(actor, decision, superseded, confirm);
      await this.letters.decided(actor, application, decision, years);
      return decision;
    }
    await this.moveCase(actor, application, 'decide');
    const years = decision.outcome === 'approve' ? await this.grant(actor, decision, granted) : [];
    await this.letters.decided(actor, application, decision, years);
    return decision;
  }

  @Transactional()
  async return(actor: Actor, id: string, note: string): Promise<Decision> {
    const { application, decision } = await this.decisions.getForUpdate(id);
    authorise(actor, 'decision.return', decision);
    await this.interests.refuse(actor, application.id);
    await this.transition.apply(decisionLifecycle, decision, 'return', actor, { returnNote: note }, { note });
    if (decision.amendsId !== null) {
      await this.superseding.letGo(actor, decision);
      return decision;
    }
    await this.moveCase(actor, application, 'return');
    if (decision.appropriationId) {
      const appropriation = await this.appropriations.get(decision.appropriationId);
      await this.ledger.release(actor, id, appropriation, await this.decisions.yearsForUpdate(id));
    }
    return decision;
  }

  /** One act when a later year's money is appropriated: the year is firm, its report opens, its payments may fall due. */
  @Transactional()
  async confirmYear(actor: Actor, id: string, year: number): Promise<Decision> {
    const { application, decision } = await this.decisions.getForUpdate(id);
    authorise(actor, 'decision.confirm-year', decision);
    await this.interests.refuse(actor, application.id);
    const decisionYear = (await this.decisions.yearsForUpdate(id)).find((row) => row.year === year);
    if (!decisionYear) throw new NotFound();
    const call = await this.calls.find(actor, application.callId);
    const own = await this.appropriations.find(call!.appropriationCode, year);
    if (!own) {
      const data = { year, appropriationCode: call!.appropriationCode };
      refuseIf([{ code: 'yearNotAppropriated', outcome: 'notMet', citation: null, data }]);
    }
    const earlier = await this.appropriations.get(decisionYear.appropriationId);
    await this.confirm(actor, decisionYear, own!.id);
    await this.transition.apply(decisionLifecycle, decision, 'confirm-year', actor, {}, { year });
    await this.reports.openFirm(actor, id);
    await this.payments.advance(actor, id);
    await this.ledger.confirm(actor, id, earlier, own!, decisionYear);
    return decision;
  }

  /** Case and decision, locked, and what approving it asks. Asked together, so that they travel together. */
  private async take(actor: Actor, id: string) {
    const [locked, ties, years, appropriation] = await Promise.all([
      this.decisions.getForUpdate(id),
      this.fourEyes.ties(actor, id),
      this.decisions.yearsForUpdate(id),
      this.appropriations.ofDecision(id),
    ]);
    return { ...locked, ties: ties!, years, appropriation };
  }

  /** Payment plan and reporting duties of a granted decision, and the money bound: the appropriation's row last. */
  private async grant(actor: Actor, decision: Decision, granted: Granted): Promise<DecisionYear[]> {
    const { years } = granted;
    const appropriation = granted.appropriation!;
    const firm = splitYears(years, appropriation.year).filter((row) => row.status === 'firm');
    for (const { year } of firm)
      await this.confirm(
        actor,
        years.find((row) => row.year === year)!,
        appropriation.id,
      );
    await this.payments.plan(actor, { ...decision, decidedByPerson: decision.decidedByPerson! }, years);
    await this.reports.plan(actor, decision);
    await this.payments.advance(actor, decision.id);
    this.ledger.commit(actor, decision.id, appropriation, years);
    return years;
  }

  private async confirm(actor: Actor, year: DecisionYear, appropriationId: string): Promise<void> {
    await this.transition.apply(decisionYearLifecycle, year, 'confirm', actor, { appropriationId });
  }

  private async moveCase(actor: Actor, application: Application, action: 'decide' | 'return'): Promise<void> {
    await this.transition.apply(applicationLifecycle, application, action, actor, {
      updatedAt: this.clock.now(),
    });
  }
}
