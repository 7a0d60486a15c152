import { Module } from '@nestjs/common';
import { ApplicationsModule } from '#core/applications';
import { AppropriationsModule } from '#core/appropriations';
import { AssessmentsModule } from '#core/assessments';
import { CallsModule } from '#core/calls';
import { DecisionsModule } from '#core/decisions';
import { ExportsModule } from '#core/exports';
import { OrganisationsModule } from '#core/organisations';
import { PayeeAccountsModule } from '#core/payee-accounts';
import { PaymentFilesModule } from '#core/payment-files';
import { PaymentsModule } from '#core/payments';
import { RecoveriesModule } from '#core/recoveries';
import { ReportsModule } from '#core/reports';
import { UsersModule } from '#core/users';
import { Clock } from '#platform/clock';
import { DemoBank } from './demo-bank.service.js';
import { CasePlayer } from './case-player.service.js';
import { DemoPeople } from './demo-people.service.js';
import { DemoQueries } from './demo.queries.js';
import { DemoSeed } from './demo.seed.js';
import { FollowUpPlayer } from './follow-up-player.service.js';
import { MoneyPlayer } from './money-player.service.js';
import { SeedClock } from './seed-clock.js';

/** For a seed only: needs a context whose clock is a `SeedClock`. */
@Module({
  imports: [
    ApplicationsModule,
    AppropriationsModule,
    AssessmentsModule,
    CallsModule,
    DecisionsModule,
    ExportsModule,
    OrganisationsModule,
    PayeeAccountsModule,
    PaymentFilesModule,
    PaymentsModule,
    RecoveriesModule,
    ReportsModule,
    UsersModule,
  ],
  providers: [
    CasePlayer,
    DemoBank,
    DemoPeople,
    DemoQueries,
    DemoSeed,
    FollowUpPlayer,
    MoneyPlayer,
    { provide: SeedClock, useExisting: Clock },
  ],
  exports: [DemoPeople, DemoSeed],
})
export class DemoModule {}
