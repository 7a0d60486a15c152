import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallsModule } from '#core/calls';
import { MeasuresModule } from '#core/measures';
import { OrganisationsModule } from '#core/organisations';
import { SentFilesModule } from '#core/sent-files';
import { SubmissionsModule } from '#core/submissions';
import { Application } from './application.entity.js';
import { ApplicationQueries } from './application.queries.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationService } from './application.service.js';
import { Attachment } from './attachments/attachment.entity.js';
import { AttachmentQueries } from './attachments/attachment.queries.js';
import { AttachmentRepository } from './attachments/attachment.repository.js';
import { AttachmentService } from './attachments/attachment.service.js';
import { CaseFactsReader } from './case-facts.js';
import { EvidenceService } from './evidence.service.js';
import { JudgementRow } from './judgement.entity.js';
import { JudgementRepository } from './judgement.repository.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Application, Attachment, JudgementRow]),
    CallsModule,
    MeasuresModule,
    OrganisationsModule,
    SentFilesModule,
    SubmissionsModule,
  ],
  providers: [
    ApplicationQueries,
    ApplicationRepository,
    ApplicationService,
    AttachmentQueries,
    AttachmentRepository,
    AttachmentService,
    CaseFactsReader,
    EvidenceService,
    JudgementRepository,
  ],
  exports: [
    ApplicationQueries,
    ApplicationRepository,
    ApplicationService,
    AttachmentQueries,
    AttachmentService,
    CaseFactsReader,
    EvidenceService,
    JudgementRepository,
  ],
})
export class ApplicationsModule {}
