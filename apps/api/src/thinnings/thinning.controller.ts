import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { ThinningQueries, ThinningService } from '#core/thinnings';
import { RequirePermission } from '../http/access.js';
import { Action } from '../http/action.js';
import { Answers, AnswersOne } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { PageQuery } from '../http/page.query.js';
import { ListOf } from '../http/view-fields.js';
import { ThinningList, ThinningNoteDto } from './thinning.dto.js';
import { ThinningItemView, ThinningView } from './thinning.view.js';

@ApiTags('thinnings')
@Controller('thinnings')
export class ThinningController {
  constructor(
    private readonly thinnings: ThinningService,
    private readonly queries: ThinningQueries,
  ) {}

  @Get()
  @RequirePermission('thinning.read')
  @Answers(ListOf(ThinningView))
  list(@CurrentActor() actor: Actor, @Query() query: ThinningList) {
    return this.queries.list(actor, query, query);
  }

  @Get(':id')
  @RequirePermission('thinning.read')
  @AnswersOne(ThinningView)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Get(':id/items')
  @RequirePermission('thinning.read')
  @Answers(ListOf(ThinningItemView))
  listThinningItems(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return this.queries.items(actor, id, query);
  }

  @Action('thinning.propose', ThinningView)
  propose(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { note }: ThinningNoteDto) {
    return this.answer(actor, this.thinnings.propose(actor, id, note));
  }

  @Action('thinning.return', ThinningView)
  return(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { note }: ThinningNoteDto) {
    return this.answer(actor, this.thinnings.return(actor, id, note));
  }

  @Action('thinning.keep', ThinningView)
  keep(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { note }: ThinningNoteDto) {
    return this.answer(actor, this.thinnings.keep(actor, id, note));
  }

  @Action('thinning.approve', ThinningView)
  approve(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.thinnings.approve(actor, id));
  }

  private answer(actor: Actor, done: Promise<{ id: string }>) {
    return done.then(({ id }) => this.queries.one(actor, id));
  }
}
