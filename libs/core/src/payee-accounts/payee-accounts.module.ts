import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PayeeAccount } from './payee-account.entity.js';
import { PayeeAccountQueries } from './payee-account.queries.js';
import { PayeeAccountRepository } from './payee-account.repository.js';
import { PayeeAccountService } from './payee-account.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([PayeeAccount])],
  providers: [PayeeAccountQueries, PayeeAccountRepository, PayeeAccountService],
  exports: [PayeeAccountQueries, PayeeAccountRepository, PayeeAccountService],
})
export class PayeeAccountsModule {}
