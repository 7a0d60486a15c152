import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { ApplicationQueries } from '#core/applications';
import { AssessmentService, JudgementService } from '#core/assessments';
import { Action } from '../http/action.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { ApplicationDetail } from './application.view.js';
import {
  AssessmentDto,
  Assign,
  CompletionRequestDto,
  DelayDto,
  InterestDeclarationDto,
  JudgementDto,
} from './assessment.dto.js';

/** What officers do with an application. */
@ApiTags('applications')
@Controller('applications')
export class AssessmentController {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly judgements: JudgementService,
    private readonly queries: ApplicationQueries,
  ) {}

  @Action('application.start-assessment', ApplicationDetail)
  start(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.assessments.start(actor, id));
  }

  @Action('application.assign', ApplicationDetail)
  assignApplication(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { userId }: Assign) {
    return this.answer(actor, this.assessments.assign(actor, id, userId));
  }

  @Action('application.request-completion', ApplicationDetail)
  requestApplicationCompletion(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: CompletionRequestDto,
  ) {
    return this.answer(actor, this.assessments.requestCompletion(actor, id, body));
  }

  @Action('application.notify-delay', ApplicationDetail)
  notifyDelay(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: DelayDto) {
    return this.answer(actor, this.assessments.notifyDelay(actor, id, body));
  }

  @Action('application.declare-conflict-of-interest', ApplicationDetail)
  declareConflictOfInterest(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: InterestDeclarationDto,
  ) {
    return this.answer(actor, this.assessments.declareInterest(actor, id, body));
  }

  @Action('application.assess', ApplicationDetail)
  assessApplication(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { criteria }: AssessmentDto,
  ) {
    return this.answer(actor, this.assessments.assess(actor, id, criteria));
  }

  @Action('application.judge', ApplicationDetail)
  judgeFinding(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: JudgementDto) {
    return this.answer(actor, this.judgements.judge(actor, id, body));
  }

  private answer(actor: Actor, done: Promise<{ id: string }>) {
    return done.then(({ id }) => this.queries.one(actor, id));
  }
}
