import { writeFile } from 'node:fs/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { letterLifecycle } from '#domain/documents/letter.lifecycle';
import { Clock } from '#platform/clock';
import { CONFIG, type Config } from '#platform/config';
import { Transactional } from '#platform/database';
import { FileStorage, sha256 } from '#platform/storage';
import { messageOf } from '#platform/telemetry';
import { Transition } from '#platform/transition';
import { composeLetter, type Sender } from './compose-letter.js';
import type { Letter } from './letter.entity.js';
import { LetterRepository } from './letter.repository.js';
import { typesetDocument } from './typeset-document.js';
import { verificationPath } from './verification.queries.js';

const SILENT_SECONDS = 30;

/** Sets an ordered letter in type and seals it: the checksum of the file stands in the letter's audit chain. */
@Injectable()
export class LetterMaker {
  private readonly logger = new Logger(LetterMaker.name);

  constructor(
    private readonly letters: LetterRepository,
    private readonly storage: FileStorage,
    private readonly transition: Transition,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Run twice, it makes the letter once: the second waits for the row, and finds it sealed. The file has the letter's own
   * key, so that what a killed worker left is written over, and no file is without its letter.
   */
  @Transactional()
  async seal(actor: Actor, id: string): Promise<void> {
    const letter = await this.letters.getForUpdate(id);
    if (!letterLifecycle.next(letter.status, 'seal')) return;
    const { document, blocks } = await this.compose(letter);
    const content = await typesetDocument(document);
    const made = { sha256: sha256(content), size: content.length };
    const fileKey = `letter-${id}.pdf`;
    await this.storage.fill(fileKey, (path) => writeFile(path, content, { flush: true }));
    const sealed = { document, blocks, fileKey, ...made, sealedAt: this.clock.now() };
    await this.transition.apply(letterLifecycle, letter, 'seal', actor, sealed, {
      ...made,
      blocks,
    });
  }

  /** Takes up what the queue lost; one that cannot be made keeps no other waiting. Without an agency's name, all wait. */
  async resume(actor: Actor): Promise<void> {
    if (this.config.agency === null) return;
    for (const id of await this.letters.unsealed(SILENT_SECONDS))
      await this.seal(actor, id).catch((error: unknown) =>
        this.logger.error(`Letter ${id}: ${messageOf(error)}`),
      );
  }

  private async compose({ id, kind, facts }: Letter) {
    const { agency, demo, publicOrigin } = this.config;
    if (agency === null) throw new Error('No letter is made until MEDEL_AGENCY_NAME and the rest are set');
    const sender: Sender = {
      agency,
      isDemo: demo,
      verificationOf: (registryNumber) => `${publicOrigin}${verificationPath(registryNumber)}`,
    };
    return composeLetter('sv', { kind, facts, subject: await this.letters.subject(id) }, sender);
  }
}
