import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PayeeAccountsModule } from '#core/payee-accounts';
import { PaymentsModule } from '#core/payments';
import { RecoveriesModule } from '#core/recoveries';
import { PaymentFileLine } from './payment-file-line.entity.js';
import { PaymentFile } from './payment-file.entity.js';
import { PaymentFileQueries } from './payment-file.queries.js';
import { PaymentFileRepository } from './payment-file.repository.js';
import { PaymentFileService } from './payment-file.service.js';
import { PaymentLines } from './payment-lines.js';
import { PaymentSettlement } from './payment-settlement.entity.js';
import { SettlementService } from './settlement.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([PaymentFile, PaymentFileLine, PaymentSettlement]),
    PayeeAccountsModule,
    PaymentsModule,
    RecoveriesModule,
  ],
  providers: [PaymentFileQueries, PaymentFileRepository, PaymentFileService, PaymentLines, SettlementService],
  exports: [PaymentFileQueries, PaymentFileService, SettlementService],
})
export class PaymentFilesModule {}
