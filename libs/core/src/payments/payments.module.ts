import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentsModule } from '#core/assessments';
import { Payment } from './payment.entity.js';
import { PaymentQueries } from './payment.queries.js';
import { PaymentRepository } from './payment.repository.js';
import { PaymentService } from './payment.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Payment]), AssessmentsModule],
  providers: [PaymentQueries, PaymentRepository, PaymentService],
  exports: [PaymentQueries, PaymentRepository, PaymentService],
})
export class PaymentsModule {}
