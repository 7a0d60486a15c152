import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentsModule } from '#core/assessments';
import { PaymentsModule } from '#core/payments';
import { RecoveriesModule } from '#core/recoveries';
import { SubmissionsModule } from '#core/submissions';
import { Report } from './report.entity.js';
import { ReportQueries } from './report.queries.js';
import { ReportRepository } from './report.repository.js';
import { ReportService } from './report.service.js';
import { Settlement } from './settlement.entity.js';
import { Settling } from './settling.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Report, Settlement]),
    AssessmentsModule,
    PaymentsModule,
    RecoveriesModule,
    SubmissionsModule,
  ],
  providers: [ReportQueries, ReportRepository, ReportService, Settling],
  exports: [ReportQueries, ReportService],
})
export class ReportsModule {}
