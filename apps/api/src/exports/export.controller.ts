import { Body, Controller, Delete, Get, Param, Query, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { ExportQueries, ExportService } from '#core/exports';
import { RequirePermission } from '../http/access.js';
import { Action, Creation } from '../http/action.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { download } from '../http/download.js';
import { IdParam } from '../http/id.param.js';
import { follow } from './export-events.js';
import { ExportList, ExportOrderDto } from './export.dto.js';

@ApiTags('exports')
@Controller()
export class ExportController {
  constructor(
    private readonly exports: ExportService,
    private readonly queries: ExportQueries,
  ) {}

  @Get('export-kinds')
  @RequirePermission('export.read')
  kinds() {
    return this.queries.kinds();
  }

  @Get('exports')
  @RequirePermission('export.read')
  list(@CurrentActor() actor: Actor, @Query() query: ExportList) {
    return this.queries.list(actor, query, query);
  }

  @Creation('export.create', 'exports', 202)
  order(@CurrentActor() actor: Actor, @Body() body: ExportOrderDto) {
    return created('exports', this.exports.order(actor, body), (id) => this.queries.one(actor, id));
  }

  @Get('exports/:id')
  @RequirePermission('export.read')
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Sse('exports/:id/events')
  @RequirePermission('export.read')
  events(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return follow(() => this.queries.one(actor, id));
  }

  @Get('exports/:id/file')
  @RequirePermission('export.read')
  file(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return download(this.exports.open(actor, id));
  }

  @Delete('exports/:id')
  @RequirePermission('export.cancel')
  cancel(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.exports.cancel(actor, id));
  }

  @Action('export.retry', 'exports')
  retry(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.exports.retry(actor, id));
  }

  private answer(actor: Actor, done: Promise<{ id: string }>) {
    return done.then(({ id }) => this.queries.one(actor, id));
  }
}
