import { Injectable } from '@nestjs/common';
import type { LetterKind } from '#domain/documents/letter-kind';
import { letterLifecycle } from '#domain/documents/letter.lifecycle';
import type { AuditActor } from '#platform/audit';
import { Clock } from '#platform/clock';
import { newId } from '#platform/ids';
import { defineTopic, Outbox } from '#platform/outbox';
import { Transition } from '#platform/transition';
import type { LetterFacts } from './letter-facts.js';
import { Letter } from './letter.entity.js';

export const LETTER_ORDERED = defineTopic('letter.ordered');

export interface LetterOrder {
  kind: LetterKind;
  organisationId: string;
  applicationId: string;
  decisionId?: string;
  recoveryId?: string;
  facts?: LetterFacts;
}

/** Orders the letter of an act, in the act's own transaction: there is no act without its letter, nor the other way. */
@Injectable()
export class LetterOrders {
  constructor(
    private readonly transition: Transition,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async place(actor: AuditActor, order: LetterOrder): Promise<void> {
    const { kind, organisationId, applicationId, decisionId = null, recoveryId = null, facts = {} } = order;
    const letter = Object.assign(new Letter(), {
      id: newId(),
      ...{ kind, organisationId, applicationId, decisionId, recoveryId, facts },
      orderedBy: actor.userId,
      orderedAt: this.clock.now(),
    });
    await this.transition.create(letterLifecycle, letter, actor, {
      kind,
      applicationId,
      decisionId,
      recoveryId,
    });
    this.outbox.publish(LETTER_ORDERED, letter.id, actor);
  }
}
