import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#core/access';
import { LetterMaker } from '#core/documents';
import { Schedule, type Scheduled } from '../schedule.js';

/** Makes the letters whose orders the queue has lost. */
@Injectable()
@Schedule({ seconds: 15 })
export class LetterKeepingSchedule implements Scheduled {
  constructor(private readonly letters: LetterMaker) {}

  run(): Promise<void> {
    return this.letters.resume(SYSTEM);
  }
}
