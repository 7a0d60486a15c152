import { Body, Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { ExportQueries, ExportService } from '#core/exports';
import { RequirePermission } from '../http/access.js';
import { Action, Creation } from '../http/action.js';
import { Answers, AnswersEvents, AnswersFile, AnswersOne } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { download } from '../http/download.js';
import { IdParam } from '../http/id.param.js';
import { follow, MayGoOn } from '../http/progress-events.js';
import { ListOf } from '../http/view-fields.js';
import { ExportList, ExportOrderDto } from './export.dto.js';
import { ExportManifest } from './export-manifest.view.js';
import { ExportKind, ExportView } from './export.view.js';

@ApiTags('exports')
@Controller()
export class ExportController {
  constructor(
    private readonly exports: ExportService,
    private readonly queries: ExportQueries,
  ) {}

  @Get('export-kinds')
  @RequirePermission('export.read')
  @Answers(ListOf(ExportKind))
  listExportKinds() {
    return this.queries.kinds();
  }

  @Get('exports')
  @RequirePermission('export.read')
  @Answers(ListOf(ExportView))
  list(@CurrentActor() actor: Actor, @Query() query: ExportList) {
    return this.queries.list(actor, query, query);
  }

  @Creation('export.create', ExportView, { path: 'exports', status: 202 })
  order(@CurrentActor() actor: Actor, @Body() body: ExportOrderDto) {
    return created('exports', this.exports.order(actor, body), (id) => this.queries.one(actor, id));
  }

  @Get('exports/:id')
  @RequirePermission('export.read')
  @AnswersOne(ExportView)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Get('exports/:id/events')
  @RequirePermission('export.read')
  @AnswersEvents('progress', 'the export')
  follow(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @MayGoOn() mayGoOn: () => Promise<boolean>) {
    return follow(() => this.queries.one(actor, id), ['queued', 'running'], mayGoOn);
  }

  @Get('exports/:id/file')
  @RequirePermission('export.read')
  @AnswersFile()
  download(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return download(this.exports.open(actor, id));
  }

  /** What the file was made of, to hold it against without us. */
  @Get('exports/:id/manifest')
  @RequirePermission('export.read')
  @Answers(ExportManifest)
  manifest(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.exports.manifest(actor, id);
  }

  @Delete('exports/:id')
  @RequirePermission('export.cancel')
  @AnswersOne(ExportView)
  cancel(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.exports.cancel(actor, id));
  }

  @Action('export.retry', ExportView, 'exports')
  retry(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.exports.retry(actor, id));
  }

  private answer(actor: Actor, done: Promise<{ id: string }>) {
    return done.then(({ id }) => this.queries.one(actor, id));
  }
}
