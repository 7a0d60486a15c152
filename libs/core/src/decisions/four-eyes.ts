import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { AssessmentRepository, type Ties } from '#core/assessments';
import { DomainError } from '#platform/errors';

/** Four eyes are two persons: who prepared or assessed the case does not decide it, and nobody with an interest does. */
@Injectable()
export class FourEyes {
  constructor(private readonly assessments: AssessmentRepository) {}

  /** The actor's ties to the decision's case, for `refuseOwnWork`: asked with what locks it. */
  ties(actor: Actor, decisionId: string): Promise<Ties | undefined> {
    return this.assessments.tiesTo(decisionId, actor.personId);
  }

  refuseOwnWork({ hasPrepared, hasInterest }: Ties): void {
    if (hasPrepared) throw new DomainError('fourEyes');
    if (hasInterest) throw new DomainError('conflictOfInterest');
  }
}
