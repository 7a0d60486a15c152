import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { SampleQueries, SampleService } from '#core/samples';
import { RequirePermission } from '../http/access.js';
import { Creation } from '../http/action.js';
import { Answers, AnswersOne } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { ListOf } from '../http/view-fields.js';
import { NewSampleDto, SampleList } from './sample.dto.js';
import { SampleItem, SampleReplay, SampleView } from './sample.view.js';

/** Samples of reports that are looked into more closely. */
@ApiTags('samples')
@Controller('samples')
export class SampleController {
  constructor(
    private readonly samples: SampleService,
    private readonly queries: SampleQueries,
  ) {}

  @Get()
  @RequirePermission('sample.read')
  @Answers(ListOf(SampleItem))
  listSamples(@CurrentActor() actor: Actor, @Query() query: SampleList) {
    return this.queries.list(actor, query, query);
  }

  @Creation('sample.create', SampleView)
  drawSample(@CurrentActor() actor: Actor, @Body() body: NewSampleDto) {
    return created('samples', this.samples.draw(actor, body), (id) => this.queries.one(actor, id));
  }

  @Get(':id')
  @RequirePermission('sample.read')
  @AnswersOne(SampleView)
  oneSample(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Post(':id/replay')
  @RequirePermission('sample.replay')
  @Answers(SampleReplay)
  replaySample(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.samples.replay(actor, id);
  }
}
