import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { AppropriationAmendmentService, AppropriationQueries, CarryOverService } from '#core/appropriations';
import { RequirePermission } from '../http/access.js';
import { Action, Creation } from '../http/action.js';
import { Answers, AnswersOne } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { PageQuery } from '../http/page.query.js';
import { ListOf } from '../http/view-fields.js';
import { AmendmentParam, CarryOverDto, NewAmendmentDto } from './appropriation.dto.js';
import { AppropriationAmendmentView } from './appropriation.view.js';

@ApiTags('appropriations')
@Controller('appropriations')
export class AppropriationAmendmentController {
  constructor(
    private readonly amendments: AppropriationAmendmentService,
    private readonly carryOvers: CarryOverService,
    private readonly queries: AppropriationQueries,
  ) {}

  @Get(':id/amendments')
  @RequirePermission('appropriation.read')
  @Answers(ListOf(AppropriationAmendmentView))
  listAmendments(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return this.queries.amendments(actor, id, query);
  }

  @Get(':id/amendments/:amendmentId')
  @RequirePermission('appropriation.read')
  @AnswersOne(AppropriationAmendmentView)
  oneAmendment(@CurrentActor() actor: Actor, @Param() { id, amendmentId }: AmendmentParam) {
    return this.queries.amendment(actor, id, amendmentId);
  }

  @Creation('appropriation.amend', AppropriationAmendmentView, { path: ':id/amendments' })
  amendAppropriation(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: NewAmendmentDto) {
    return created(`appropriations/${id}/amendments`, this.amendments.amend(actor, id, body), (made) =>
      this.queries.amendment(actor, id, made),
    );
  }

  /** Answers what it made of this year; the next year has an amendment of its own. */
  @Action('appropriation.carry-over', AppropriationAmendmentView)
  carryOver(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: CarryOverDto) {
    return this.carryOvers
      .carryOver(actor, id, body)
      .then((amendment) => this.queries.amendment(actor, id, amendment.id));
  }
}
