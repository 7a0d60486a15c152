import { Module } from '@nestjs/common';
import { CallsModule } from '#core/calls';
import { MeasuresModule } from '#core/measures';
import { AllocationService } from './allocation.service.js';
import { RecipientQueries } from './recipient.queries.js';
import { SimulationService } from './simulation.service.js';

@Module({
  imports: [CallsModule, MeasuresModule],
  providers: [AllocationService, RecipientQueries, SimulationService],
  exports: [AllocationService, SimulationService],
})
export class SimulationsModule {}
