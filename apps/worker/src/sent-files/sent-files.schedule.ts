import { Injectable } from '@nestjs/common';
import { SentFilesKeeper } from '#core/sent-files';
import { Schedule, type Scheduled } from '../schedule.js';

/** Removes files that were sent in a request that came to nothing, or taken away again. */
@Injectable()
@Schedule({ seconds: 600 })
export class SentFilesSchedule implements Scheduled {
  constructor(private readonly keeper: SentFilesKeeper) {}

  async run(): Promise<void> {
    await this.keeper.removeOrphans();
  }
}
