import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { authorise } from '#core/access';
import { OrganisationQueries } from '#core/organisations';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { EligibilityRecomputation, type RecomputationCause } from './eligibility-recomputation.entity.js';
import { EligibilityRepository } from './eligibility.repository.js';
import { askWordings } from './wording-questions.js';

/** Recomputes who may have which grant: every recipient, every wording, every year that has values, in one act. */
@Injectable()
export class EligibilityService {
  constructor(
    private readonly eligibility: EligibilityRepository,
    private readonly organisations: OrganisationQueries,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async recompute(
    actor: Actor,
    cause: RecomputationCause = 'asked',
    datasetId: string | null = null,
  ): Promise<EligibilityRecomputation> {
    authorise(actor, 'eligibilityRecomputation.create');
    const questions = askWordings(await this.organisations.recipients(actor));
    const series = await this.eligibility.series(questions);
    const recomputation = Object.assign(new EligibilityRecomputation(), {
      id: newId(),
      cause,
      datasetId,
      recomputedBy: actor.userId,
      recomputedAt: this.clock.now(),
    });
    await this.transition.create('eligibilityRecomputation', recomputation, actor, {
      cause,
      datasetId,
      wordings: questions.wordings.length,
      series,
    });
    await this.eligibility.write(recomputation.id, questions, series);
    return recomputation;
  }

  /** What follows on the acceptance of a data set, once however often it is told of. */
  @Transactional()
  async recomputeAfter(actor: Actor, datasetId: string): Promise<void> {
    if (await this.eligibility.hasFollowed(actor, datasetId)) return;
    await this.recompute(actor, 'dataset', datasetId);
  }
}
