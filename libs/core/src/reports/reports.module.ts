import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentsModule } from '#core/assessments';
import { PaymentsModule } from '#core/payments';
import { RecoveriesModule } from '#core/recoveries';
import { SubmissionsModule } from '#core/submissions';
import { AccountingImport } from './accounting/accounting-import.entity.js';
import { AccountingKeeper } from './accounting/accounting.keeper.js';
import { AccountingQueries } from './accounting/accounting.queries.js';
import { AccountingRepository } from './accounting/accounting.repository.js';
import { AccountingService } from './accounting/accounting.service.js';
import { Report } from './report.entity.js';
import { ReportQueries } from './report.queries.js';
import { ReportRepository } from './report.repository.js';
import { ReportService } from './report.service.js';
import { Settlement } from './settlement.entity.js';
import { Settling } from './settling.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([AccountingImport, Report, Settlement]),
    AssessmentsModule,
    PaymentsModule,
    RecoveriesModule,
    SubmissionsModule,
  ],
  providers: [
    AccountingKeeper,
    AccountingQueries,
    AccountingRepository,
    AccountingService,
    ReportQueries,
    ReportRepository,
    ReportService,
    Settling,
  ],
  exports: [AccountingKeeper, AccountingQueries, AccountingService, ReportQueries, ReportService],
})
export class ReportsModule {}
