import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { ApplicationQueries, ApplicationService } from '#core/applications';
import { RequirePermission } from '../http/access.js';
import { Action, Creation } from '../http/action.js';
import { Answers, AnswersOne } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { DemandsIfMatch, IfMatch } from '../http/if-match.js';
import { ListOf } from '../http/view-fields.js';
import { ApplicationEdit, ApplicationList, NewApplicationDto } from './application.dto.js';
import { ApplicationDetail, ApplicationItem } from './application.view.js';

@ApiTags('applications')
@Controller('applications')
export class ApplicationController {
  constructor(
    private readonly applications: ApplicationService,
    private readonly queries: ApplicationQueries,
  ) {}

  @Get()
  @RequirePermission('application.read')
  @Answers(ListOf(ApplicationItem))
  list(@CurrentActor() actor: Actor, @Query() query: ApplicationList) {
    return this.queries.list(actor, query, query);
  }

  @Get(':id')
  @RequirePermission('application.read')
  @AnswersOne(ApplicationDetail)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Creation('application.create', ApplicationDetail)
  create(@CurrentActor() actor: Actor, @Body() { callId }: NewApplicationDto) {
    return created('applications', this.applications.create(actor, callId), (id) =>
      this.queries.one(actor, id),
    );
  }

  @Patch(':id')
  @DemandsIfMatch()
  @RequirePermission('application.edit')
  @AnswersOne(ApplicationDetail)
  edit(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() body: ApplicationEdit,
  ) {
    return this.answer(actor, this.applications.edit(actor, id, version, body));
  }

  @Action('application.submit', ApplicationDetail)
  submit(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.applications.submit(actor, id));
  }

  @Action('application.complete', ApplicationDetail)
  complete(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.applications.complete(actor, id));
  }

  @Action('application.discard', ApplicationDetail)
  discard(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.applications.discard(actor, id));
  }

  @Action('application.withdraw', ApplicationDetail)
  withdraw(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.applications.withdraw(actor, id));
  }

  private answer(actor: Actor, done: Promise<{ id: string }>) {
    return done.then(({ id }) => this.queries.one(actor, id));
  }
}
