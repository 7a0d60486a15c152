import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallsModule } from '#core/calls';
import { MeasuresModule } from '#core/measures';
import { OrganisationsModule } from '#core/organisations';
import { SubmissionsModule } from '#core/submissions';
import { Application } from './application.entity.js';
import { ApplicationQueries } from './application.queries.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationService } from './application.service.js';
import { CaseFactsReader } from './case-facts.js';
import { EvidenceService } from './evidence.service.js';
import { JudgementRow } from './judgement.entity.js';
import { JudgementRepository } from './judgement.repository.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Application, JudgementRow]),
    CallsModule,
    MeasuresModule,
    OrganisationsModule,
    SubmissionsModule,
  ],
  providers: [
    ApplicationQueries,
    ApplicationRepository,
    ApplicationService,
    CaseFactsReader,
    EvidenceService,
    JudgementRepository,
  ],
  exports: [
    ApplicationQueries,
    ApplicationRepository,
    ApplicationService,
    CaseFactsReader,
    EvidenceService,
    JudgementRepository,
  ],
})
export class ApplicationsModule {}
