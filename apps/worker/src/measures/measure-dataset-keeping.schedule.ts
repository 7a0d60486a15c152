import { Injectable } from '@nestjs/common';
import { MeasureDatasetKeeper } from '#core/measures';
import { Schedule, type Scheduled } from '../schedule.js';

/** Takes up data sets whose worker died, and removes uploads that came to nothing. */
@Injectable()
@Schedule({ seconds: 15 })
export class MeasureDatasetKeepingSchedule implements Scheduled {
  constructor(private readonly keeper: MeasureDatasetKeeper) {}

  async run(): Promise<void> {
    await this.keeper.resume();
    await this.keeper.removeOrphans();
  }
}
