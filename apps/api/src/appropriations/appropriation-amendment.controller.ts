import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { AppropriationAmendmentService, AppropriationQueries } from '#core/appropriations';
import { RequirePermission } from '../http/access.js';
import { Creation } from '../http/action.js';
import { Answers, AnswersOne } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { PageQuery } from '../http/page.query.js';
import { ListOf } from '../http/view-fields.js';
import { AmendmentParam, NewAmendmentDto } from './appropriation.dto.js';
import { AppropriationAmendmentView } from './appropriation.view.js';

@ApiTags('appropriations')
@Controller('appropriations/:id/amendments')
export class AppropriationAmendmentController {
  constructor(
    private readonly amendments: AppropriationAmendmentService,
    private readonly queries: AppropriationQueries,
  ) {}

  @Get()
  @RequirePermission('appropriation.read')
  @Answers(ListOf(AppropriationAmendmentView))
  listAmendments(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return this.queries.amendments(actor, id, query);
  }

  @Get(':amendmentId')
  @RequirePermission('appropriation.read')
  @AnswersOne(AppropriationAmendmentView)
  oneAmendment(@CurrentActor() actor: Actor, @Param() { id, amendmentId }: AmendmentParam) {
    return this.queries.amendment(actor, id, amendmentId);
  }

  @Creation('appropriation.amend', AppropriationAmendmentView)
  amendAppropriation(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: NewAmendmentDto) {
    return created(`appropriations/${id}/amendments`, this.amendments.amend(actor, id, body), (made) =>
      this.queries.amendment(actor, id, made),
    );
  }
}
