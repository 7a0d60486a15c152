import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { DecisionQueries, DecisionYearService } from '#core/decisions';
import { JsonText } from '#platform/database';
import { Action } from '../http/action.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { ConfirmYearsDto, LapseYearDto } from './decision.dto.js';
import { YearsConfirmedView } from './decision-year.view.js';
import { DecisionDetail } from './decision.view.js';

@ApiTags('decisions')
@Controller()
export class DecisionYearController {
  constructor(
    private readonly years: DecisionYearService,
    private readonly queries: DecisionQueries,
  ) {}

  @Action('appropriation.confirm-years', YearsConfirmedView, 'appropriations', ['replayed'])
  confirmYears(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: ConfirmYearsDto) {
    return this.years
      .confirmAll(actor, id, body.decisionIds ?? null)
      .then((confirmed) => new JsonText(JSON.stringify(confirmed)));
  }

  @Action('decision.lapse-year', DecisionDetail, 'decisions')
  lapseDecisionYear(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { year, reason }: LapseYearDto,
  ) {
    return this.years.lapse(actor, id, year, reason).then((decision) => this.queries.one(actor, decision.id));
  }
}
