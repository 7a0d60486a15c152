import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppropriationsModule } from '#core/appropriations';
import { AssessmentsModule } from '#core/assessments';
import { PaymentExecution } from './payment-execution.service.js';
import { ConditionJudgement } from './condition-judgement.entity.js';
import { Payment } from './payment.entity.js';
import { PaymentQueries } from './payment.queries.js';
import { PaymentRepository } from './payment.repository.js';
import { PaymentSetOff } from './payment-set-off.service.js';
import { PaymentService } from './payment.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ConditionJudgement, Payment]), AppropriationsModule, AssessmentsModule],
  providers: [PaymentExecution, PaymentQueries, PaymentRepository, PaymentService, PaymentSetOff],
  exports: [PaymentExecution, PaymentQueries, PaymentRepository, PaymentService, PaymentSetOff],
})
export class PaymentsModule {}
