import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppropriationsModule } from '#core/appropriations';
import { AssessmentsModule } from '#core/assessments';
import { DocumentsModule } from '#core/documents';
import { PaymentsModule } from '#core/payments';
import { Collecting } from './collecting.js';
import { CollectionService } from './collection.service.js';
import { RecordedReferenceRate } from './reference-rate.entity.js';
import { ReferenceRateRepository } from './reference-rate.repository.js';
import { ReferenceRateService } from './reference-rate.service.js';
import { RecoveryBooks } from './recovery-books.js';
import { RecoveryLedgerQueries } from './recovery-ledger.queries.js';
import { Recovery } from './recovery.entity.js';
import { RecoveryQueries } from './recovery.queries.js';
import { RecoveryRepository } from './recovery.repository.js';
import { RecoveryService } from './recovery.service.js';
import { ReturnedMoney } from './returned-money.service.js';
import { SetOffService } from './set-off.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Recovery, RecordedReferenceRate]),
    AppropriationsModule,
    AssessmentsModule,
    DocumentsModule,
    PaymentsModule,
  ],
  providers: [
    Collecting,
    CollectionService,
    RecoveryBooks,
    RecoveryLedgerQueries,
    RecoveryQueries,
    RecoveryRepository,
    RecoveryService,
    ReferenceRateRepository,
    ReferenceRateService,
    ReturnedMoney,
    SetOffService,
  ],
  exports: [
    CollectionService,
    RecoveryLedgerQueries,
    RecoveryQueries,
    RecoveryService,
    ReferenceRateService,
    ReturnedMoney,
    SetOffService,
  ],
})
export class RecoveriesModule {}
