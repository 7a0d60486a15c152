import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { MeasureQueries } from '#core/measures';
import { RequirePermission } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { ListOf } from '../http/view-fields.js';
import { MeasureParam, ValuesQuery } from './measure.dto.js';
import { MeasureValues, MeasureView } from './measure.view.js';

@ApiTags('measures')
@Controller('measures')
export class MeasureController {
  constructor(private readonly measures: MeasureQueries) {}

  @Get()
  @RequirePermission('measure.read')
  @Answers(ListOf(MeasureView))
  list() {
    return this.measures.definitions();
  }

  @Get(':code/values')
  @RequirePermission('measure.read')
  @Answers(MeasureValues)
  listMeasureValues(
    @CurrentActor() actor: Actor,
    @Param() { code }: MeasureParam,
    @Query() { year, asOf }: ValuesQuery,
  ) {
    return this.measures.values(actor, code, year, asOf);
  }
}
