import { Body, Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { CoFinancingService } from '#core/decisions';
import { RequirePermission } from '../http/access.js';
import { Action } from '../http/action.js';
import { AnswersOne } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { ProofDto } from './co-financing.dto.js';
import { CoFinancingFollowUp } from './co-financing.view.js';

@ApiTags('decisions')
@Controller('decisions')
export class CoFinancingController {
  constructor(private readonly coFinancing: CoFinancingService) {}

  @Get(':id/co-financing')
  @RequirePermission('decision.read')
  @AnswersOne(CoFinancingFollowUp)
  followCoFinancing(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.coFinancing.overview(actor, id);
  }

  @Action('decision.prove-co-financing', CoFinancingFollowUp)
  proveCoFinancing(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: ProofDto) {
    return this.coFinancing.prove(actor, id, body);
  }
}
