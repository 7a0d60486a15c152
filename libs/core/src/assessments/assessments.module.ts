import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '#core/applications';
import { UsersModule } from '#core/users';
import { Assessment } from './assessment.entity.js';
import { AssessmentRepository } from './assessment.repository.js';
import { AssessmentService } from './assessment.service.js';
import { InterestDeclaration } from './interest-declaration.entity.js';
import { InterestRepository } from './interest.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([Assessment, InterestDeclaration]), ApplicationsModule, UsersModule],
  providers: [AssessmentRepository, AssessmentService, InterestRepository],
  exports: [AssessmentRepository, AssessmentService, InterestRepository],
})
export class AssessmentsModule {}
