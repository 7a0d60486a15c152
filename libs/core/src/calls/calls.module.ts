import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppropriationsModule } from '#core/appropriations';
import { CallBudget } from './call-budget.entity.js';
import { Call } from './call.entity.js';
import { CallQueries } from './call.queries.js';
import { CallRepository } from './call.repository.js';
import { CallService } from './call.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Call, CallBudget]), AppropriationsModule],
  providers: [CallQueries, CallRepository, CallService],
  exports: [CallQueries, CallRepository, CallService],
})
export class CallsModule {}
