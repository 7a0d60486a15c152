import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { CallQueries, CallService } from '#core/calls';
import { RequirePermission } from '../http/access.js';
import { Action, Creation } from '../http/action.js';
import { Answers, AnswersOne } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { created } from '../http/created.js';
import { ListOf } from '../http/view-fields.js';
import { CallList, NewCallDto } from './call.dto.js';
import { CallView } from './call.view.js';

@ApiTags('calls')
@Controller('calls')
export class CallController {
  constructor(
    private readonly calls: CallService,
    private readonly queries: CallQueries,
  ) {}

  @Get()
  @RequirePermission('call.read')
  @Answers(ListOf(CallView))
  list(@CurrentActor() actor: Actor, @Query() query: CallList) {
    return this.queries.list(actor, query, query);
  }

  @Get(':id')
  @RequirePermission('call.read')
  @AnswersOne(CallView)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Creation('call.create', CallView)
  create(@CurrentActor() actor: Actor, @Body() body: NewCallDto) {
    return created('calls', this.calls.create(actor, body), (id) => this.queries.one(actor, id));
  }

  @Action('call.publish', CallView)
  publish(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.calls.publish(actor, id));
  }

  @Action('call.close', CallView)
  close(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.calls.close(actor, id));
  }

  private answer(actor: Actor, done: Promise<{ id: string }>) {
    return done.then(({ id }) => this.queries.one(actor, id));
  }
}
