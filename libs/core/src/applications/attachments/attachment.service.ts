import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { applicationLifecycle } from '#domain/applications/application.lifecycle';
import { authorise } from '#core/access';
import {
  FileScans,
  ORPHAN_MILLISECONDS,
  SENT_FILE_ENDINGS,
  shownName,
  type SentFile,
} from '#core/sent-files';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { DomainError } from '#platform/errors';
import { tellFileType, type FileType } from '#platform/file-types';
import { newId } from '#platform/ids';
import { FileStorage } from '#platform/storage';
import { Transition } from '#platform/transition';
import type { Application } from '../application.entity.js';
import { ApplicationRepository } from '../application.repository.js';
import { Attachment } from './attachment.entity.js';
import { AttachmentRepository } from './attachment.repository.js';

const MEGABYTE = 1024 * 1024;
/** Bytes. */
export const MAX_ATTACHMENT_SIZE = 25 * MEGABYTE;
/** Of one application; `lying` with what was taken away and is not gone yet. */
const MOST = { count: 20, size: 100 * MEGABYTE, lying: 200 * MEGABYTE };

@Injectable()
export class AttachmentService {
  constructor(
    private readonly attachments: AttachmentRepository,
    private readonly applications: ApplicationRepository,
    private readonly storage: FileStorage,
    private readonly scans: FileScans,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /** The file is looked into before anything is locked: that may take a second. */
  async add(actor: Actor, applicationId: string, sent: SentFile): Promise<Attachment> {
    authorise(actor, 'application.edit');
    if (sent.size > MAX_ATTACHMENT_SIZE) throw new DomainError('tooLarge', { max: MAX_ATTACHMENT_SIZE });
    const fileType = await this.storage.inspect(sent.key, (path) => tellFileType(path, sent));
    return this.attach(actor, applicationId, sent, fileType);
  }

  @Transactional()
  async attach(actor: Actor, applicationId: string, sent: SentFile, fileType: FileType): Promise<Attachment> {
    const application = await this.take(actor, applicationId);
    const lyingSince = new Date(this.clock.now().getTime() - ORPHAN_MILLISECONDS);
    const held = await this.attachments.held(applicationId, lyingSince);
    if (held.count >= MOST.count)
      throw new DomainError('conflict', {}, [
        { code: 'tooManyAttachments', path: 'file', data: { max: MOST.count } },
      ]);
    if (held.size + sent.size > MOST.size) throw new DomainError('tooLarge', { max: MOST.size });
    if (held.lying + sent.size > MOST.lying) throw new DomainError('tooLarge', { max: MOST.lying });
    const id = newId();
    const attachment = Object.assign(new Attachment(), {
      id,
      organisationId: application.organisationId,
      applicationId,
      fileKey: `${id}${SENT_FILE_ENDINGS.attachment}`,
      fileName: shownName(sent.name),
      fileType,
      sha256: sent.sha256,
      size: sent.size,
      addedBy: actor.userId,
      addedAt: this.clock.now(),
    });
    await this.attachments.insert(attachment);
    await this.storage.rename(sent.key, attachment.fileKey);
    await this.scans.quarantine(actor, attachment);
    await this.tell(actor, application, 'added', attachment);
    return attachment;
  }

  /** Its file goes later, when nothing can bring the row back. */
  @Transactional()
  async remove(actor: Actor, applicationId: string, id: string): Promise<void> {
    const application = await this.take(actor, applicationId);
    const attachment = await this.attachments.getForUpdate(applicationId, id);
    if (attachment.submissionNumber !== null)
      throw new DomainError('conflict', {}, [{ code: 'attachmentSubmitted', path: 'attachmentId' }]);
    await this.attachments.remove(attachment, actor.userId, this.clock.now());
    await this.tell(actor, application, 'removed', attachment);
  }

  /** A file as it was sent. */
  async open(actor: Actor, applicationId: string, id: string) {
    return this.scans.open(await this.attachments.file(actor, applicationId, id));
  }

  /** The application, locked, while it is written. */
  private async take(actor: Actor, id: string): Promise<Application> {
    const application = await this.applications.getForUpdate(id);
    authorise(actor, 'application.edit', application);
    return application;
  }

  /** Attachments are a part of the application, so its own chain tells of them. */
  private tell(actor: Actor, application: Application, attachment: 'added' | 'removed', file: Attachment) {
    const { id: attachmentId, fileName, fileType, sha256, size } = file;
    const changes = { updatedAt: this.clock.now() };
    return this.transition.apply(applicationLifecycle, application, 'edit', actor, changes, {
      parts: ['attachments'],
      attachment,
      ...{ attachmentId, fileName, fileType, sha256, size },
    });
  }
}
