import { Module } from '@nestjs/common';
import { EligibilityModule } from '#core/eligibility';
import { MeasuresModule } from '#core/measures';
import { OrganisationsModule } from '#core/organisations';
import { ReferenceSeed } from './reference.seed.js';

@Module({
  imports: [EligibilityModule, MeasuresModule, OrganisationsModule],
  providers: [ReferenceSeed],
  exports: [ReferenceSeed],
})
export class ReferenceModule {}
