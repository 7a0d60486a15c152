import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Appropriation } from './appropriation.entity.js';
import { AppropriationQueries } from './appropriation.queries.js';
import { AppropriationRepository } from './appropriation.repository.js';
import { AppropriationService } from './appropriation.service.js';
import { FundHolders } from './fund-holders.js';
import { Ledger } from './ledger.js';

@Module({
  imports: [TypeOrmModule.forFeature([Appropriation])],
  providers: [AppropriationQueries, AppropriationRepository, AppropriationService, FundHolders, Ledger],
  exports: [AppropriationQueries, AppropriationRepository, AppropriationService, Ledger],
})
export class AppropriationsModule {}
