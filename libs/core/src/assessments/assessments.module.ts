import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '#core/applications';
import { DocumentsModule } from '#core/documents';
import { UsersModule } from '#core/users';
import { Assessment } from './assessment.entity.js';
import { AssessmentRepository } from './assessment.repository.js';
import { AssessmentService } from './assessment.service.js';
import { InterestDeclaration } from './interest-declaration.entity.js';
import { InterestRepository } from './interest.repository.js';
import { JudgementService } from './judgement.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Assessment, InterestDeclaration]),
    ApplicationsModule,
    DocumentsModule,
    UsersModule,
  ],
  providers: [AssessmentRepository, AssessmentService, InterestRepository, JudgementService],
  exports: [AssessmentRepository, AssessmentService, InterestRepository, JudgementService],
})
export class AssessmentsModule {}
