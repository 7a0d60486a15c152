import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppropriationAmendment } from './appropriation-amendment.entity.js';
import { AppropriationAmendmentService } from './appropriation-amendment.service.js';
import { Appropriation } from './appropriation.entity.js';
import { AppropriationQueries } from './appropriation.queries.js';
import { AppropriationRepository } from './appropriation.repository.js';
import { AppropriationService } from './appropriation.service.js';
import { CarryOverService } from './carry-over.service.js';
import { FundHolders } from './fund-holders.js';
import { Ledger } from './ledger.js';

@Module({
  imports: [TypeOrmModule.forFeature([Appropriation, AppropriationAmendment])],
  providers: [
    AppropriationAmendmentService,
    AppropriationQueries,
    AppropriationRepository,
    AppropriationService,
    CarryOverService,
    FundHolders,
    Ledger,
  ],
  exports: [
    AppropriationAmendmentService,
    AppropriationQueries,
    AppropriationRepository,
    AppropriationService,
    CarryOverService,
    Ledger,
  ],
})
export class AppropriationsModule {}
