import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { LetterFiles, LetterQueries, VerificationQueries } from '#core/documents';
import { Public, RequirePermission } from '../http/access.js';
import { Answers, AnswersOne, AnswersPdf } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { downloadPdf } from '../http/download.js';
import { IdParam } from '../http/id.param.js';
import { ListOf } from '../http/view-fields.js';
import { LetterList, RegistryNumberParam, Verification } from './letter.dto.js';
import { LetterDetail, LetterItem, VerificationView } from './letter.view.js';

@ApiTags('letters')
@Controller()
export class LetterController {
  constructor(
    private readonly files: LetterFiles,
    private readonly queries: LetterQueries,
    private readonly verification: VerificationQueries,
  ) {}

  @Get('letters')
  @RequirePermission('letter.read')
  @Answers(ListOf(LetterItem))
  list(@CurrentActor() actor: Actor, @Query() query: LetterList) {
    return this.queries.list(actor, query, query);
  }

  @Get('letters/:id.pdf')
  @RequirePermission('letter.read')
  @AnswersPdf()
  downloadLetter(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return downloadPdf(this.files.open(actor, { id }));
  }

  @Get('letters/:id')
  @RequirePermission('letter.read')
  @AnswersOne(LetterDetail)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Get('decisions/:id/letter.pdf')
  @RequirePermission('letter.read')
  @AnswersPdf()
  downloadDecisionLetter(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return downloadPdf(this.files.open(actor, { decisionId: id }));
  }

  @Get('public/decisions/:registryNumber/verification')
  @Public('whoever holds a letter may ask whether it is the agency’s')
  @Answers(VerificationView)
  verifyLetter(@Param() { registryNumber }: RegistryNumberParam, @Query() { sha256 }: Verification) {
    return this.verification.verify(registryNumber, sha256);
  }
}
