import { Body, Controller, Delete, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { AttachmentQueries, AttachmentService, MAX_ATTACHMENT_SIZE } from '#core/applications';
import { SentFilesKeeper } from '#core/sent-files';
import { RequirePermission } from '../http/access.js';
import { Creation } from '../http/action.js';
import { Answers, AnswersNothing, AnswersSentFile } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { downloadSent } from '../http/download.js';
import { IdParam } from '../http/id.param.js';
import { TakesFile } from '../http/upload.interceptor.js';
import { ListOf } from '../http/view-fields.js';
import { AttachmentView } from './application.view.js';
import { AttachmentForm, AttachmentParam } from './attachment.dto.js';

/** Files that belong to an application. They are written with it: each adds one to its version. */
@ApiTags('applications')
@Controller('applications/:id/attachments')
export class AttachmentController {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly queries: AttachmentQueries,
  ) {}

  @Get()
  @RequirePermission('application.read')
  @Answers(ListOf(AttachmentView))
  listAttachments(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.ofApplication(actor, id);
  }

  @Creation('application.edit', AttachmentView, { with: ['location', 'replayed'] })
  @TakesFile(SentFilesKeeper, MAX_ATTACHMENT_SIZE)
  addAttachment(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { file }: AttachmentForm) {
    return created(`applications/${id}/attachments`, this.attachments.add(actor, id, file), (made) =>
      this.queries.one(actor, made),
    );
  }

  @Get(':attachmentId')
  @RequirePermission('application.read')
  @AnswersSentFile()
  downloadAttachment(@CurrentActor() actor: Actor, @Param() { id, attachmentId }: AttachmentParam) {
    return downloadSent(this.attachments.open(actor, id, attachmentId));
  }

  @Delete(':attachmentId')
  @RequirePermission('application.edit')
  @AnswersNothing()
  removeAttachment(@CurrentActor() actor: Actor, @Param() { id, attachmentId }: AttachmentParam) {
    return this.attachments.remove(actor, id, attachmentId);
  }
}
