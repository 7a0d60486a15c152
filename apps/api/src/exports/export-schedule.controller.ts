import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { ExportScheduleQueries, ExportScheduleService } from '#core/exports';
import { RequirePermission } from '../http/access.js';
import { Action, Creation } from '../http/action.js';
import { Answers, AnswersOne } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { DemandsIfMatch, IfMatch } from '../http/if-match.js';
import { ListOf } from '../http/view-fields.js';
import {
  contentOf,
  ExportScheduleEditDto,
  ExportScheduleList,
  NewExportScheduleDto,
} from './export-schedule.dto.js';
import { ExportScheduleView } from './export-schedule.view.js';

/** Exports that come by themselves. */
@ApiTags('exports')
@Controller('export-schedules')
export class ExportScheduleController {
  constructor(
    private readonly schedules: ExportScheduleService,
    private readonly queries: ExportScheduleQueries,
  ) {}

  @Get()
  @RequirePermission('exportSchedule.read')
  @Answers(ListOf(ExportScheduleView))
  list(@CurrentActor() actor: Actor, @Query() query: ExportScheduleList) {
    return this.queries.list(actor, query, query);
  }

  @Creation('exportSchedule.create', ExportScheduleView)
  create(@CurrentActor() actor: Actor, @Body() body: NewExportScheduleDto) {
    return created('export-schedules', this.schedules.create(actor, contentOf(body)), (id) =>
      this.queries.one(actor, id),
    );
  }

  @Get(':id')
  @RequirePermission('exportSchedule.read')
  @AnswersOne(ExportScheduleView)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Patch(':id')
  @DemandsIfMatch()
  @RequirePermission('exportSchedule.edit')
  @AnswersOne(ExportScheduleView)
  edit(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() body: ExportScheduleEditDto,
  ) {
    return this.answer(actor, this.schedules.edit(actor, id, version, contentOf(body)));
  }

  @Action('exportSchedule.pause', ExportScheduleView)
  pause(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.schedules.pause(actor, id));
  }

  @Action('exportSchedule.resume', ExportScheduleView)
  resume(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.schedules.resume(actor, id));
  }

  @Action('exportSchedule.end', ExportScheduleView)
  end(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.schedules.end(actor, id));
  }

  private answer(actor: Actor, done: Promise<{ id: string }>) {
    return done.then(({ id }) => this.queries.one(actor, id));
  }
}
