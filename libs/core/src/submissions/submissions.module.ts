import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Submission } from './submission.entity.js';
import { SubmissionRepository } from './submission.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([Submission])],
  providers: [SubmissionRepository],
  exports: [SubmissionRepository],
})
export class SubmissionsModule {}
