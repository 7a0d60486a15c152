import { Injectable } from '@nestjs/common';
import { ExportKeeper } from '#core/exports';
import { Schedule, type Scheduled } from '../schedule.js';

/** Takes up exports whose worker died, and ends those whose time is over. */
@Injectable()
@Schedule({ seconds: 15 })
export class ExportKeepingSchedule implements Scheduled {
  constructor(private readonly keeper: ExportKeeper) {}

  async run(): Promise<void> {
    await this.keeper.resume();
    await this.keeper.expire();
  }
}
