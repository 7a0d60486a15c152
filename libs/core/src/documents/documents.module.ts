import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FormRepository } from './form.repository.js';
import { FormService } from './form.service.js';
import { Letter } from './letter.entity.js';
import { LetterFiles } from './letter.files.js';
import { LetterMaker } from './letter.maker.js';
import { LetterOrders } from './letter.orders.js';
import { LetterQueries } from './letter.queries.js';
import { LetterRepository } from './letter.repository.js';
import { VerificationQueries } from './verification.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([Letter])],
  providers: [
    FormRepository,
    FormService,
    LetterFiles,
    LetterMaker,
    LetterOrders,
    LetterQueries,
    LetterRepository,
    VerificationQueries,
  ],
  exports: [FormService, LetterFiles, LetterMaker, LetterOrders, LetterQueries, VerificationQueries],
})
export class DocumentsModule {}
