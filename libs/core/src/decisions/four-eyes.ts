import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { AssessmentRepository } from '#core/assessments';
import { DomainError } from '#platform/errors';
import type { Decision } from './decision.entity.js';

/** Four eyes are two persons: who prepared or assessed the case does not decide it, and nobody with an interest does. */
@Injectable()
export class FourEyes {
  constructor(private readonly assessments: AssessmentRepository) {}

  async refuseOwnWork(actor: Actor, decision: Decision): Promise<void> {
    const { hasAssessed, hasInterest } = await this.assessments.tiesTo(
      decision.applicationId,
      actor.personId,
    );
    if (decision.preparedByPerson === actor.personId || hasAssessed) throw new DomainError('fourEyes');
    if (hasInterest) throw new DomainError('conflictOfInterest');
  }
}
