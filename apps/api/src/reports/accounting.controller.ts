import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { AccountingQueries, AccountingService } from '#core/reports';
import { SentFilesKeeper } from '#core/sent-files';
import { RequirePermission } from '../http/access.js';
import { Action, Creation } from '../http/action.js';
import { Answers, AnswersOne, AnswersSentFile } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { downloadSent } from '../http/download.js';
import { IdParam } from '../http/id.param.js';
import { DemandsIfMatch, IfMatch } from '../http/if-match.js';
import { PageQuery } from '../http/page.query.js';
import { TakesFile } from '../http/upload.interceptor.js';
import { ListOf } from '../http/view-fields.js';
import { AccountingForm, RemappingDto } from './accounting.dto.js';
import { AccountingImportItem, AccountingImportView } from './accounting.view.js';

/** Booked rows that a report's costs are taken from. */
@ApiTags('reports')
@Controller()
export class AccountingController {
  constructor(
    private readonly accounting: AccountingService,
    private readonly queries: AccountingQueries,
  ) {}

  @Get('reports/:id/accounting')
  @RequirePermission('accountingImport.read')
  @Answers(ListOf(AccountingImportItem))
  listAccountingImports(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return this.queries.ofReport(actor, id, query);
  }

  @Creation('accountingImport.create', AccountingImportView, { path: 'reports/:id/accounting' })
  @TakesFile(SentFilesKeeper)
  importAccounting(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { file, ...asked }: AccountingForm,
  ) {
    return created('accounting-imports', this.accounting.import(actor, id, asked, file), (made) =>
      this.queries.one(actor, made),
    );
  }

  @Get('accounting-imports/:id')
  @RequirePermission('accountingImport.read')
  @AnswersOne(AccountingImportView)
  oneAccountingImport(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Get('accounting-imports/:id/file')
  @RequirePermission('accountingImport.read')
  @AnswersSentFile()
  downloadAccountingFile(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return downloadSent(this.accounting.open(actor, id));
  }

  @Patch('accounting-imports/:id')
  @DemandsIfMatch()
  @RequirePermission('accountingImport.remap')
  @AnswersOne(AccountingImportView)
  remapAccounting(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() { mapping }: RemappingDto,
  ) {
    return this.answer(actor, this.accounting.remap(actor, id, version, mapping));
  }

  @Action('accountingImport.adopt', AccountingImportView, 'accounting-imports')
  adoptAccounting(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.accounting.adopt(actor, id));
  }

  private answer(actor: Actor, done: Promise<{ id: string }>) {
    return done.then(({ id }) => this.queries.one(actor, id));
  }
}
