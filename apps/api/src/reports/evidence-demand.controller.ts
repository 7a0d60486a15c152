import { Body, Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { EvidenceQueries, EvidenceService } from '#core/reports';
import { SentFilesKeeper } from '#core/sent-files';
import { RequirePermission } from '../http/access.js';
import { Action } from '../http/action.js';
import { AnswersOne, AnswersSentFile } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { downloadSent } from '../http/download.js';
import { IdParam } from '../http/id.param.js';
import { TakesFile } from '../http/upload.interceptor.js';
import { EvidenceForm, SendBackDto } from './evidence-demand.dto.js';
import { EvidenceDemandView } from './evidence-demand.view.js';

/** Proof of what a report says, asked of those that were drawn in a sample. */
@ApiTags('reports')
@Controller()
export class EvidenceDemandController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly queries: EvidenceQueries,
  ) {}

  @Get('evidence-demands/:id')
  @RequirePermission('evidenceDemand.read')
  @AnswersOne(EvidenceDemandView)
  oneEvidenceDemand(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Action('evidenceDemand.answer', EvidenceDemandView, 'evidence-demands')
  @TakesFile(SentFilesKeeper)
  answerEvidenceDemand(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { file, note }: EvidenceForm,
  ) {
    return this.answer(actor, this.evidence.answer(actor, id, note, file));
  }

  @Action('evidenceDemand.accept', EvidenceDemandView, 'evidence-demands')
  acceptEvidence(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.evidence.accept(actor, id));
  }

  @Action('evidenceDemand.send-back', EvidenceDemandView, 'evidence-demands')
  sendBackEvidence(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { note }: SendBackDto) {
    return this.answer(actor, this.evidence.sendBack(actor, id, note));
  }

  @Get('evidence-files/:id')
  @RequirePermission('evidenceDemand.read')
  @AnswersSentFile()
  downloadEvidenceFile(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return downloadSent(this.evidence.open(actor, id));
  }

  private answer(actor: Actor, done: Promise<{ id: string }>) {
    return done.then(({ id }) => this.queries.one(actor, id));
  }
}
