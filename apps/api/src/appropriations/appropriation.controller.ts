import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { AppropriationQueries, AppropriationService } from '#core/appropriations';
import { RequirePermission } from '../http/access.js';
import { Creation } from '../http/action.js';
import { Answers, AnswersOne } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { ListOf } from '../http/view-fields.js';
import { AsOf } from '../organisations/organisation.dto.js';
import { AppropriationList, LedgerQuery, NewAppropriationDto } from './appropriation.dto.js';
import { AppropriationHolders, AppropriationView, LedgerView } from './appropriation.view.js';

@ApiTags('appropriations')
@Controller('appropriations')
export class AppropriationController {
  constructor(
    private readonly appropriations: AppropriationService,
    private readonly queries: AppropriationQueries,
  ) {}

  @Get()
  @RequirePermission('appropriation.read')
  @Answers(ListOf(AppropriationView))
  list(@CurrentActor() actor: Actor, @Query() query: AppropriationList) {
    return this.queries.list(actor, query, query);
  }

  @Get(':id')
  @RequirePermission('appropriation.read')
  @AnswersOne(AppropriationView)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() { asOf }: AsOf) {
    return this.queries.one(actor, id, asOf);
  }

  @Creation('appropriation.create', AppropriationView)
  create(@CurrentActor() actor: Actor, @Body() body: NewAppropriationDto) {
    return created('appropriations', this.appropriations.create(actor, body), (id) =>
      this.queries.one(actor, id),
    );
  }

  @Get(':id/ledger')
  @RequirePermission('appropriation.read')
  @AnswersOne(LedgerView)
  getLedger(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() query: LedgerQuery) {
    return this.queries.ledger(actor, id, query);
  }

  @Get(':id/holders')
  @RequirePermission('appropriation.read')
  @Answers(AppropriationHolders)
  getHolders(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.holders(actor, id);
  }
}
