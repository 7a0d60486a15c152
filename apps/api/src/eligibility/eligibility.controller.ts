import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { EligibilityQueries, EligibilityService } from '#core/eligibility';
import { RequirePermission } from '../http/access.js';
import { Creation } from '../http/action.js';
import { Answers, AnswersOne } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { PageQuery } from '../http/page.query.js';
import { ListOf } from '../http/view-fields.js';
import { ProgrammeParam } from '../programmes/programme.dto.js';
import { EligibilityQuery } from './eligibility.dto.js';
import { EligibilityRecomputationView, ProgrammeEligibility } from './eligibility.view.js';

/** Who may have which grant. */
@ApiTags('eligibility')
@Controller()
export class EligibilityController {
  constructor(
    private readonly eligibility: EligibilityService,
    private readonly queries: EligibilityQueries,
  ) {}

  @Get('programmes/:code/eligibility')
  @RequirePermission('eligibility.read')
  @Answers(ProgrammeEligibility)
  listProgrammeEligibility(
    @CurrentActor() actor: Actor,
    @Param() { code }: ProgrammeParam,
    @Query() query: EligibilityQuery,
  ) {
    return this.queries.ofProgramme(actor, code, query);
  }

  @Get('eligibility-recomputations')
  @RequirePermission('eligibilityRecomputation.read')
  @Answers(ListOf(EligibilityRecomputationView))
  listEligibilityRecomputations(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    return this.queries.recomputations(actor, query);
  }

  @Get('eligibility-recomputations/:id')
  @RequirePermission('eligibilityRecomputation.read')
  @AnswersOne(EligibilityRecomputationView)
  oneEligibilityRecomputation(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.recomputation(actor, id);
  }

  @Creation('eligibilityRecomputation.create', EligibilityRecomputationView, {
    path: 'eligibility-recomputations',
  })
  recompute(@CurrentActor() actor: Actor) {
    return created('eligibility-recomputations', this.eligibility.recompute(actor), (id) =>
      this.queries.recomputation(actor, id),
    );
  }
}
