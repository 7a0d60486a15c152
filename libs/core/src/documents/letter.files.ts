import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { DomainError } from '#platform/errors';
import { FileStorage, sha256 } from '#platform/storage';
import { LetterRepository } from './letter.repository.js';

/** Hands out sealed letters: the file that was sealed, or none. */
@Injectable()
export class LetterFiles {
  private readonly logger = new Logger(LetterFiles.name);

  constructor(
    private readonly letters: LetterRepository,
    private readonly storage: FileStorage,
  ) {}

  /** A file that is gone, or is not the one that was sealed, is not handed out. */
  async open(
    actor: Actor,
    by: { id: string } | { decisionId: string },
  ): Promise<{ content: Buffer; name: string }> {
    const { id, kind, registryNumber, fileKey, sha256: sealed } = await this.letters.sealed(actor, by);
    const content = await this.storage.readWhole(fileKey!).catch(() => null);
    if (content === null || sha256(content) !== sealed) {
      this.logger.error(
        `The file of letter ${id} is ${content === null ? 'gone' : 'not the one that was sealed'}`,
      );
      throw new DomainError('unavailable');
    }
    return { content, name: `${registryNumber}-${kind}.pdf` };
  }
}
