import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Letter } from './letter.entity.js';
import { LetterFiles } from './letter.files.js';
import { LetterMaker } from './letter.maker.js';
import { LetterOrders } from './letter.orders.js';
import { LetterQueries } from './letter.queries.js';
import { LetterRepository } from './letter.repository.js';
import { VerificationQueries } from './verification.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([Letter])],
  providers: [LetterFiles, LetterMaker, LetterOrders, LetterQueries, LetterRepository, VerificationQueries],
  exports: [LetterFiles, LetterMaker, LetterOrders, LetterQueries, VerificationQueries],
})
export class DocumentsModule {}
