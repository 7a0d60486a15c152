import { Module } from '@nestjs/common';
import { ApiKeysModule } from '#core/api-keys';
import { ApplicationsModule } from '#core/applications';
import { AppropriationsModule } from '#core/appropriations';
import { AssessmentsModule } from '#core/assessments';
import { CallsModule } from '#core/calls';
import { DecisionsModule } from '#core/decisions';
import { DocumentsModule } from '#core/documents';
import { EligibilityModule } from '#core/eligibility';
import { ExportsModule } from '#core/exports';
import { IdentityProvidersModule } from '#core/identity-providers';
import { MeasuresModule } from '#core/measures';
import { OpenGrantsModule } from '#core/open-grants';
import { OrganisationsModule } from '#core/organisations';
import { PayeeAccountsModule } from '#core/payee-accounts';
import { PaymentFilesModule } from '#core/payment-files';
import { PaymentsModule } from '#core/payments';
import { ProgrammesModule } from '#core/programmes';
import { RecoveriesModule } from '#core/recoveries';
import { ReportsModule } from '#core/reports';
import { SamplesModule } from '#core/samples';
import { SecondFactorModule } from '#core/second-factor';
import { SentFilesModule } from '#core/sent-files';
import { SimulationsModule } from '#core/simulations';
import { ThinningsModule } from '#core/thinnings';
import { UsersModule } from '#core/users';

const features = [
  ApiKeysModule,
  ApplicationsModule,
  AppropriationsModule,
  AssessmentsModule,
  CallsModule,
  DecisionsModule,
  DocumentsModule,
  EligibilityModule,
  ExportsModule,
  IdentityProvidersModule,
  MeasuresModule,
  OpenGrantsModule,
  OrganisationsModule,
  PayeeAccountsModule,
  PaymentFilesModule,
  PaymentsModule,
  ProgrammesModule,
  RecoveriesModule,
  ReportsModule,
  SamplesModule,
  SecondFactorModule,
  SentFilesModule,
  SimulationsModule,
  ThinningsModule,
  UsersModule,
];

/** Every feature, for both processes and the tools. */
@Module({ imports: features, exports: features })
export class CoreModule {}
