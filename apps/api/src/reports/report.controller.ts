import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { ReportQueries, ReportService } from '#core/reports';
import { CompletionRequestDto } from '../applications/assessment.dto.js';
import { RequirePermission } from '../http/access.js';
import { Action } from '../http/action.js';
import { Answers, AnswersOne } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { DemandsIfMatch, IfMatch } from '../http/if-match.js';
import { ListOf } from '../http/view-fields.js';
import { ReportEdit, ReportList } from './report.dto.js';
import { ReportDetail, ReportItem, SettlementForecast } from './report.view.js';

@ApiTags('reports')
@Controller('reports')
export class ReportController {
  constructor(
    private readonly reports: ReportService,
    private readonly queries: ReportQueries,
  ) {}

  @Get()
  @RequirePermission('report.read')
  @Answers(ListOf(ReportItem))
  list(@CurrentActor() actor: Actor, @Query() query: ReportList) {
    return this.queries.list(actor, query, query);
  }

  @Get(':id')
  @RequirePermission('report.read')
  @AnswersOne(ReportDetail)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Get(':id/settlement')
  @RequirePermission('report.read')
  @Answers(SettlementForecast)
  foreseeSettlement(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.reports.foreseeSettlement(actor, id);
  }

  @Patch(':id')
  @DemandsIfMatch()
  @RequirePermission('report.edit')
  @AnswersOne(ReportDetail)
  edit(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() body: ReportEdit,
  ) {
    return this.answer(actor, this.reports.edit(actor, id, version, body));
  }

  @Action('report.submit', ReportDetail)
  submit(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.reports.submit(actor, id));
  }

  @Action('report.request-completion', ReportDetail)
  requestReportCompletion(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: CompletionRequestDto,
  ) {
    return this.answer(actor, this.reports.requestCompletion(actor, id, body));
  }

  @Action('report.approve', ReportDetail)
  approve(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.reports.approve(actor, id));
  }

  private answer(actor: Actor, done: Promise<{ id: string }>) {
    return done.then(({ id }) => this.queries.one(actor, id));
  }
}
