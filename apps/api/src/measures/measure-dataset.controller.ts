import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { MeasureDatasetKeeper, MeasureDatasetQueries, MeasureDatasetService } from '#core/measures';
import { RequirePermission } from '../http/access.js';
import { Action, Creation } from '../http/action.js';
import { Answers, AnswersEvents, AnswersOne } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { follow, MayGoOn } from '../http/progress-events.js';
import type { Language } from '../http/texts.js';
import { TakesFile } from '../http/upload.interceptor.js';
import { ListOf } from '../http/view-fields.js';
import {
  ChangeList,
  DatasetFetch,
  DatasetForm,
  DatasetList,
  DatasetRejection,
  questionOf,
} from './measure-dataset.dto.js';
import { DatasetChangeItem, MeasureDatasetItem, MeasureDatasetView } from './measure-dataset.view.js';
import { inWords, ReaderLanguage } from './rejected-lines.js';

@ApiTags('measures')
@Controller('measure-datasets')
export class MeasureDatasetController {
  constructor(
    private readonly datasets: MeasureDatasetService,
    private readonly queries: MeasureDatasetQueries,
  ) {}

  @Get()
  @RequirePermission('measureDataset.read')
  @Answers(ListOf(MeasureDatasetItem))
  list(@CurrentActor() actor: Actor, @Query() query: DatasetList) {
    return this.queries.list(actor, query, query);
  }

  @Creation('measureDataset.create', MeasureDatasetView, { status: 202 })
  @TakesFile(MeasureDatasetKeeper)
  upload(
    @CurrentActor() actor: Actor,
    @ReaderLanguage() language: Language,
    @Body() { file, ...details }: DatasetForm,
  ) {
    return this.made(actor, language, this.datasets.receive(actor, details, file));
  }

  @Creation('measureDataset.create', MeasureDatasetView, { path: 'fetch', status: 202 })
  fetch(@CurrentActor() actor: Actor, @ReaderLanguage() language: Language, @Body() body: DatasetFetch) {
    return this.made(actor, language, this.datasets.fetch(actor, body, questionOf(body)));
  }

  @Get(':id')
  @RequirePermission('measureDataset.read')
  @AnswersOne(MeasureDatasetView)
  one(@CurrentActor() actor: Actor, @ReaderLanguage() language: Language, @Param() { id }: IdParam) {
    return this.show(actor, language, id);
  }

  @Get(':id/diff')
  @RequirePermission('measureDataset.read')
  @Answers(ListOf(DatasetChangeItem))
  listDatasetChanges(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() query: ChangeList) {
    return this.queries.changes(actor, id, query, query);
  }

  @Get(':id/events')
  @RequirePermission('measureDataset.read')
  @AnswersEvents('progress', 'the data set')
  follow(
    @CurrentActor() actor: Actor,
    @ReaderLanguage() language: Language,
    @Param() { id }: IdParam,
    @MayGoOn() mayGoOn: () => Promise<boolean>,
  ) {
    return follow(() => this.show(actor, language, id), ['reading'], mayGoOn);
  }

  @Action('measureDataset.accept', MeasureDatasetView)
  accept(@CurrentActor() actor: Actor, @ReaderLanguage() language: Language, @Param() { id }: IdParam) {
    return this.changed(actor, language, this.datasets.accept(actor, id));
  }

  @Action('measureDataset.reject', MeasureDatasetView)
  reject(
    @CurrentActor() actor: Actor,
    @ReaderLanguage() language: Language,
    @Param() { id }: IdParam,
    @Body() { reason }: DatasetRejection,
  ) {
    return this.changed(actor, language, this.datasets.reject(actor, id, reason));
  }

  private show(actor: Actor, language: Language, id: string) {
    return inWords(this.queries.one(actor, id), language);
  }

  private made(actor: Actor, language: Language, done: Promise<{ id: string }>) {
    return created('measure-datasets', done, (id) => this.show(actor, language, id));
  }

  private changed(actor: Actor, language: Language, done: Promise<{ id: string }>) {
    return done.then(({ id }) => this.show(actor, language, id));
  }
}
