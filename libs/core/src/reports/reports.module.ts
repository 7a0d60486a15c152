import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentsModule } from '#core/assessments';
import { PaymentsModule } from '#core/payments';
import { RecoveriesModule } from '#core/recoveries';
import { SentFilesModule } from '#core/sent-files';
import { SubmissionsModule } from '#core/submissions';
import { AccountingImport } from './accounting/accounting-import.entity.js';
import { AccountingQueries } from './accounting/accounting.queries.js';
import { AccountingRepository } from './accounting/accounting.repository.js';
import { AccountingService } from './accounting/accounting.service.js';
import { EvidenceDemand } from './demands/evidence-demand.entity.js';
import { EvidenceFile } from './demands/evidence-file.entity.js';
import { EvidenceQueries } from './demands/evidence.queries.js';
import { EvidenceRepository } from './demands/evidence.repository.js';
import { EvidenceService } from './demands/evidence.service.js';
import { Report } from './report.entity.js';
import { ReportQueries } from './report.queries.js';
import { ReportRepository } from './report.repository.js';
import { ReportService } from './report.service.js';
import { Settlement } from './settlement.entity.js';
import { Settling } from './settling.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([AccountingImport, EvidenceDemand, EvidenceFile, Report, Settlement]),
    AssessmentsModule,
    PaymentsModule,
    RecoveriesModule,
    SentFilesModule,
    SubmissionsModule,
  ],
  providers: [
    AccountingQueries,
    AccountingRepository,
    AccountingService,
    EvidenceQueries,
    EvidenceRepository,
    EvidenceService,
    ReportQueries,
    ReportRepository,
    ReportService,
    Settling,
  ],
  exports: [
    AccountingQueries,
    AccountingService,
    EvidenceQueries,
    EvidenceService,
    ReportQueries,
    ReportService,
  ],
})
export class ReportsModule {}
