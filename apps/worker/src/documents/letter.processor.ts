import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#core/access';
import { LETTER_ORDERED, LetterMaker } from '#core/documents';
import type { JobData } from '#platform/queue';
import { Processes, type Processor } from '../processor.js';

/** Makes the letter of an act. Told twice, it makes one. */
@Injectable()
@Processes(LETTER_ORDERED, { concurrency: 2 })
export class LetterProcessor implements Processor {
  constructor(private readonly letters: LetterMaker) {}

  process({ id }: JobData): Promise<void> {
    return this.letters.seal(SYSTEM, id);
  }
}
