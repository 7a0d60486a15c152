import { Injectable } from '@nestjs/common';
import { SentFilesKeeper } from '#core/reports';
import { Schedule, type Scheduled } from '../schedule.js';

/** Removes files that were sent with a report in a request that came to nothing. */
@Injectable()
@Schedule({ seconds: 600 })
export class SentFilesSchedule implements Scheduled {
  constructor(private readonly keeper: SentFilesKeeper) {}

  async run(): Promise<void> {
    await this.keeper.removeOrphans();
  }
}
