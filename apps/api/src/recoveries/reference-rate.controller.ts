import { Body, Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { ReferenceRateService } from '#core/recoveries';
import { RequirePermission } from '../http/access.js';
import { Creation } from '../http/action.js';
import { Answers } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { API_PREFIX } from '../http/server.js';
import { ListOf } from '../http/view-fields.js';
import { ReferenceRateDto } from './recovery.dto.js';
import { ReferenceRateView } from './recovery.view.js';

@ApiTags('recoveries')
@Controller('reference-rates')
export class ReferenceRateController {
  constructor(private readonly rates: ReferenceRateService) {}

  @Get()
  @RequirePermission('referenceRate.read')
  @Answers(ListOf(ReferenceRateView))
  list(@CurrentActor() actor: Actor) {
    return this.rates.list(actor);
  }

  @Creation('referenceRate.create', ReferenceRateView)
  record(@CurrentActor() actor: Actor, @Body() body: ReferenceRateDto) {
    return this.rates.record(actor, body).then((made) => made.at(`/${API_PREFIX}/reference-rates`));
  }
}
