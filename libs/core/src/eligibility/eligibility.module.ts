import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MeasuresModule } from '#core/measures';
import { OrganisationsModule } from '#core/organisations';
import { EligibilityAssessment } from './eligibility-assessment.entity.js';
import { EligibilityRecomputation } from './eligibility-recomputation.entity.js';
import { EligibilityScale } from './eligibility-scale.entity.js';
import { EligibilityQueries } from './eligibility.queries.js';
import { EligibilityRepository } from './eligibility.repository.js';
import { EligibilityService } from './eligibility.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([EligibilityAssessment, EligibilityRecomputation, EligibilityScale]),
    MeasuresModule,
    OrganisationsModule,
  ],
  providers: [EligibilityQueries, EligibilityRepository, EligibilityService],
  exports: [EligibilityQueries, EligibilityService],
})
export class EligibilityModule {}
