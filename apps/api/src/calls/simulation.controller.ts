import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { AllocationService, SimulationService } from '#core/simulations';
import { RequirePermission } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { AllocationDto, SimulationDto } from './simulation.dto.js';
import { AllocationView, SimulationView } from './simulation.view.js';

/** What a call would come to. Asked by POST for the sake of what is asked with; nothing is changed. */
@ApiTags('calls')
@Controller('calls')
export class SimulationController {
  constructor(
    private readonly simulations: SimulationService,
    private readonly allocations: AllocationService,
  ) {}

  @Post(':id/simulate')
  @RequirePermission('call.simulate')
  @Answers(SimulationView)
  simulateCall(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: SimulationDto) {
    return this.simulations.simulate(actor, id, body);
  }

  @Post(':id/allocate')
  @RequirePermission('call.allocate')
  @Answers(AllocationView)
  allocateCall(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: AllocationDto) {
    return this.allocations.allocate(actor, id, body);
  }
}
