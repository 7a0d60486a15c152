import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { checkClaim, checkHeard } from '#domain/recoveries/claim';
import type { RecoveryGround } from '#domain/recoveries/grounds';
import { DAYS_TO_PAY } from '#domain/recoveries/instalment-plan';
import { recoveryLifecycle } from '#domain/recoveries/recovery.lifecycle';
import { computeRecoverable, spreadFromLatest } from '#domain/recoveries/repayment';
import { addDays, type LocalDate } from '#domain/shared/local-date';
import { sumKronor, type Kronor, type YearAmount } from '#domain/shared/money';
import { authorise } from '#core/access';
import { InterestRepository } from '#core/assessments';
import { LetterOrders } from '#core/documents';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { DomainError, Invalid, refuseIf } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { text } from '#text';
import { RecoveryBooks } from './recovery-books.js';
import { Recovery } from './recovery.entity.js';
import { RecoveryRepository, type RecoverableYear } from './recovery.repository.js';

/** Of one recovery: they stand in its row. */
const MOST_ANSWERS = 20;

export interface Claim {
  grounds: RecoveryGround;
  amount: Kronor;
  /** Of which years' money; the latest paid years where nothing is said. */
  years?: YearAmount[];
  reasons: string;
}

/** What a report's year came to, of which more was paid out than the recipient is entitled to. */
export interface SettledYear {
  year: number;
  paid: Kronor;
  entitled: Kronor;
  repay: Kronor;
}

/** From a claim that is considered to one that is decided: with reasons, after the recipient was heard, by two persons. */
@Injectable()
export class RecoveryService {
  constructor(
    private readonly recoveries: RecoveryRepository,
    private readonly books: RecoveryBooks,
    private readonly interests: InterestRepository,
    private readonly letters: LetterOrders,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async consider(actor: Actor, decisionId: string, claim: Claim): Promise<Recovery> {
    const decision = await this.recoveries.claimedOn(decisionId);
    authorise(actor, 'recovery.consider', decision);
    await this.interests.refuse(actor, decision.applicationId);
    const recoverable = recoverableOf(await this.recoveries.years(decision.applicationId));
    const years = claim.years ?? spreadFromLatest(recoverable, claim.amount);
    refuseIf(checkClaim({ amount: claim.amount, years }, recoverable));
    return this.create(actor, decision, { ...claim, years }, null);
  }

  /** A settlement that says more was paid than the recipient is entitled to proposes to demand it back. */
  @Transactional()
  async considerSettlement(
    actor: Actor,
    report: { id: string; decisionId: string },
    settled: readonly SettledYear[],
  ): Promise<Recovery | null> {
    if (settled.every((row) => row.repay === 0)) return null;
    const decision = await this.recoveries.claimedOn(report.decisionId);
    const known = await this.recoveries.years(decision.applicationId);
    const years = settled
      .map(({ year, repay }) => {
        const claimed = known.find((row) => row.year === year)?.claimed ?? 0;
        return { year, amount: Math.max(0, repay - claimed) };
      })
      .filter((row) => row.amount > 0);
    const amount = sumKronor(years.map((row) => row.amount));
    if (amount === 0) return null;
    const reasons = text('sv', 'recovery.settlementReasons', {
      years: years.map((row) => row.year),
      paid: sumKronor(settled.map((row) => row.paid)),
      entitled: sumKronor(settled.map((row) => row.entitled)),
      repay: amount,
    });
    return this.create(actor, decision, { grounds: 'settlement', amount, years, reasons }, report.id);
  }

  /** The recipient is told of the claim and its reasons, and until when it may answer (förvaltningslagen 25 §). */
  @Transactional()
  async notify(actor: Actor, id: string, answerBy: LocalDate): Promise<Recovery> {
    const recovery = await this.recoveries.getForUpdate(id);
    authorise(actor, 'recovery.notify', recovery);
    await this.interests.refuseForDecision(actor, recovery.decisionId);
    this.refusePast(answerBy, 'answerBy');
    const notified = {
      answerBy,
      notifiedBy: actor.userId,
      notifiedByPerson: actor.personId,
      notifiedAt: this.clock.now(),
    };
    return this.transition.apply(recoveryLifecycle, recovery, 'notify', actor, notified, { answerBy });
  }

  /** The recipient may answer several times until it is decided; nothing of it is replaced. */
  @Transactional()
  async answer(actor: Actor, id: string, answer: string): Promise<Recovery> {
    const recovery = await this.recoveries.getForUpdate(id);
    authorise(actor, 'recovery.answer', recovery);
    if (recovery.answers.length >= MOST_ANSWERS)
      throw new DomainError('conflict', {}, [
        { code: 'tooManyAnswers', path: 'text', data: { max: MOST_ANSWERS } },
      ]);
    const answers = [
      ...recovery.answers,
      { text: answer, by: actor.userId, at: this.clock.now().toISOString() },
    ];
    return this.transition.apply(recoveryLifecycle, recovery, 'answer', actor, { answers }, { text: answer });
  }

  @Transactional()
  async drop(actor: Actor, id: string, reasons: string): Promise<Recovery> {
    const recovery = await this.recoveries.getForUpdate(id);
    authorise(actor, 'recovery.drop', recovery);
    await this.interests.refuseForDecision(actor, recovery.decisionId);
    const closed = { closingReasons: reasons };
    return this.transition.apply(recoveryLifecycle, recovery, 'drop', actor, closed, { reasons });
  }

  /** Decided by another person than considered it or told the recipient of it; the claim is then in the books. */
  @Transactional()
  async decide(
    actor: Actor,
    id: string,
    { dueOn, withoutAnswer }: { dueOn?: LocalDate; withoutAnswer?: string },
  ): Promise<Recovery> {
    const recovery = await this.recoveries.getForUpdate(id);
    authorise(actor, 'recovery.decide', recovery);
    if ([recovery.consideredByPerson, recovery.notifiedByPerson].includes(actor.personId))
      throw new DomainError('fourEyes');
    await this.interests.refuseForDecision(actor, recovery.decisionId);
    const today = this.clock.today();
    const due = dueOn ?? addDays(today, DAYS_TO_PAY);
    this.refusePast(due, 'dueOn');
    const hasAnswered = recovery.answers.length > 0;
    const waived = withoutAnswer ?? null;
    refuseIf(checkHeard({ answerBy: recovery.answerBy!, hasAnswered, today, withoutAnswer: waived }));
    const { amount } = recovery;
    const decided = {
      decidedBy: actor.userId,
      decidedByPerson: actor.personId,
      decidedAt: this.clock.now(),
      withoutAnswer: waived,
      dueOn: due,
      instalments: [{ dueOn: due, amount }],
    };
    const facts = { amount, dueOn: due, hasAnswered, withoutAnswer: waived };
    await this.transition.apply(recoveryLifecycle, recovery, 'decide', actor, decided, facts);
    await this.books.post(actor, recovery, {
      act: 'claim',
      parts: { principal: amount, interest: 0 },
      day: today,
    });
    await this.letters.place(actor, {
      kind: 'recoveryDemand',
      organisationId: recovery.organisationId,
      applicationId: await this.recoveries.applicationOf(recovery.decisionId),
      recoveryId: id,
    });
    return recovery;
  }

  private create(
    actor: Actor,
    decision: { id: string; organisationId: string },
    { grounds, amount, years, reasons }: Required<Claim>,
    reportId: string | null,
  ): Promise<Recovery> {
    const recovery = Object.assign(new Recovery(), {
      id: newId(),
      organisationId: decision.organisationId,
      decisionId: decision.id,
      reportId,
      grounds,
      amount,
      years,
      reasons,
      consideredBy: actor.userId,
      consideredByPerson: actor.personId,
      consideredAt: this.clock.now(),
      answers: [],
      instalments: [],
    });
    return this.transition.create(recoveryLifecycle, recovery, actor, { grounds, amount, years });
  }

  private refusePast(day: LocalDate, path: string): void {
    const today = this.clock.today();
    if (day <= today) throw new Invalid([{ code: 'dueInThePast', path, data: { today } }]);
  }
}

function recoverableOf(years: readonly RecoverableYear[]): YearAmount[] {
  return computeRecoverable(
    years.map(({ year, paid }) => ({ year, amount: paid })),
    years.map(({ year, claimed }) => ({ year, amount: claimed })),
  );
}
