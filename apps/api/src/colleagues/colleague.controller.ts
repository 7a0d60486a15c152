import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { ColleagueQueries } from '#core/users';
import { RequirePermission } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { ListOf } from '../http/view-fields.js';
import { ColleagueList } from './colleague.dto.js';
import { ColleagueView } from './colleague.view.js';

@ApiTags('colleagues')
@Controller('colleagues')
export class ColleagueController {
  constructor(private readonly queries: ColleagueQueries) {}

  @Get()
  @RequirePermission('colleague.read')
  @Answers(ListOf(ColleagueView))
  list(@CurrentActor() actor: Actor, @Query() query: ColleagueList) {
    return this.queries.list(actor, query, query);
  }
}
