import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '#core/applications';
import { AppropriationsModule } from '#core/appropriations';
import { AssessmentsModule } from '#core/assessments';
import { CallsModule } from '#core/calls';
import { DocumentsModule } from '#core/documents';
import { PaymentsModule } from '#core/payments';
import { RecoveriesModule } from '#core/recoveries';
import { ReportsModule } from '#core/reports';
import { ConditionService } from './condition.service.js';
import { CoFinancingProof } from './co-financing-proof.entity.js';
import { CoFinancingRepository } from './co-financing.repository.js';
import { CoFinancingService } from './co-financing.service.js';
import { DecisionYear } from './decision-year.entity.js';
import { Decision } from './decision.entity.js';
import { AmendmentService } from './amendment.service.js';
import { DecisionQueries } from './decision.queries.js';
import { DecisionRepository } from './decision.repository.js';
import { DecisionYearService } from './decision-year.service.js';
import { DecisionService } from './decision.service.js';
import { DecisionLetters } from './decision.letters.js';
import { FourEyes } from './four-eyes.js';
import { ProposalService } from './proposal.service.js';
import { RevocationService } from './revocation.service.js';
import { Superseding } from './superseding.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([CoFinancingProof, Decision, DecisionYear]),
    ApplicationsModule,
    AppropriationsModule,
    AssessmentsModule,
    CallsModule,
    DocumentsModule,
    PaymentsModule,
    RecoveriesModule,
    ReportsModule,
  ],
  providers: [
    AmendmentService,
    ConditionService,
    CoFinancingRepository,
    CoFinancingService,
    DecisionLetters,
    DecisionQueries,
    DecisionRepository,
    DecisionService,
    DecisionYearService,
    FourEyes,
    ProposalService,
    RevocationService,
    Superseding,
  ],
  exports: [
    AmendmentService,
    ConditionService,
    DecisionQueries,
    DecisionService,
    DecisionYearService,
    CoFinancingService,
    ProposalService,
    RevocationService,
  ],
})
export class DecisionsModule {}
