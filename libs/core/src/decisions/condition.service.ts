import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { decisionLifecycle } from '#domain/decisions/decision.lifecycle';
import { authorise } from '#core/access';
import { InterestRepository } from '#core/assessments';
import { ConditionJudgement, PaymentRepository, PaymentService } from '#core/payments';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Invalid } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import type { Decision } from './decision.entity.js';
import { DecisionRepository } from './decision.repository.js';

export interface ConditionWord {
  /** The condition's number, from 1. */
  condition: number;
  outcome: 'met' | 'notMet';
  motive: string;
}

/** What officers say of the conditions of a decision: one that is not met holds its payments back until it is. */
@Injectable()
export class ConditionService {
  constructor(
    private readonly decisions: DecisionRepository,
    private readonly interests: InterestRepository,
    private readonly payments: PaymentService,
    private readonly paymentRows: PaymentRepository,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async judge(actor: Actor, id: string, word: ConditionWord): Promise<Decision> {
    const { application, decision } = await this.decisions.getForUpdate(id);
    authorise(actor, 'decision.judge-condition', decision);
    await this.interests.refuse(actor, application.id);
    const max = decision.conditions.length;
    if (word.condition > max)
      throw new Invalid([{ code: 'unknownCondition', path: 'condition', data: { max } }]);
    const { userId, personId } = actor;
    const said = { id: newId(), organisationId: decision.organisationId, decisionId: id, ...word };
    await this.paymentRows.addConditionJudgement(
      Object.assign(new ConditionJudgement(), {
        ...said,
        judgedBy: userId,
        personId,
        judgedAt: this.clock.now(),
      }),
    );
    await this.transition.apply(decisionLifecycle, decision, 'judge-condition', actor, {}, { ...word });
    await this.payments.advance(actor, id);
    return decision;
  }
}
