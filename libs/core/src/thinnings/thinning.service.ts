import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { thinningLifecycle } from '#domain/retention/thinning.lifecycle';
import { authorise } from '#core/access';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { DomainError } from '#platform/errors';
import { defineTopic, Outbox } from '#platform/outbox';
import { Transition } from '#platform/transition';
import type { Thinning } from './thinning.entity.js';
import { ThinningRepository } from './thinning.repository.js';

export const THINNING_APPROVED = defineTopic('thinning.approved');

/** What people decide of a list: one proposes, another approves, and nothing comes back. */
@Injectable()
export class ThinningService {
  constructor(
    private readonly thinnings: ThinningRepository,
    private readonly outbox: Outbox,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async propose(actor: Actor, id: string, note: string): Promise<Thinning> {
    const thinning = await this.thinnings.getForUpdate(id);
    authorise(actor, 'thinning.propose', thinning);
    const proposed = {
      proposedBy: actor.userId,
      proposedByPerson: actor.personId,
      proposedAt: this.clock.now(),
      note,
    };
    return this.transition.apply(thinningLifecycle, thinning, 'propose', actor, proposed, { note });
  }

  @Transactional()
  async return(actor: Actor, id: string, note: string): Promise<Thinning> {
    const thinning = await this.thinnings.getForUpdate(id);
    authorise(actor, 'thinning.return', thinning);
    const returned = { proposedBy: null, proposedByPerson: null, proposedAt: null, note };
    return this.transition.apply(thinningLifecycle, thinning, 'return', actor, returned, { note });
  }

  /** All of it is kept, for good: it comes on no list any more. */
  @Transactional()
  async keep(actor: Actor, id: string, note: string): Promise<Thinning> {
    const thinning = await this.thinnings.getForUpdate(id);
    authorise(actor, 'thinning.keep', thinning);
    const kept = { ...this.decidedBy(actor), note };
    return this.transition.apply(thinningLifecycle, thinning, 'keep', actor, kept, { note });
  }

  /** By another person than proposed it, who has declared no interest in any of the cases. The worker does the rest. */
  @Transactional()
  async approve(actor: Actor, id: string): Promise<Thinning> {
    const thinning = await this.thinnings.getForUpdate(id);
    authorise(actor, 'thinning.approve', thinning);
    if (thinning.proposedByPerson === actor.personId) throw new DomainError('fourEyes');
    if (await this.thinnings.hasInterest(id, actor.personId)) throw new DomainError('conflictOfInterest');
    const { rule, latestEvent } = thinning;
    const facts = { ground: rule.ground, provisions: rule.provisions, latestEvent };
    this.outbox.publish(THINNING_APPROVED, id, actor);
    return this.transition.apply(thinningLifecycle, thinning, 'approve', actor, this.decidedBy(actor), facts);
  }

  private decidedBy({ userId, personId }: Actor) {
    return { decidedBy: userId, decidedByPerson: personId, decidedAt: this.clock.now() };
  }
}
