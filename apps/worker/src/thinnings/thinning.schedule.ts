import { Injectable } from '@nestjs/common';
import { ThinningKeeper } from '#core/thinnings';
import { Clock } from '#platform/clock';
import { Schedule, type Scheduled } from '../schedule.js';

/** Lists what is due, and takes up approved lists that were left. */
@Injectable()
@Schedule({ seconds: 3_600 })
export class ThinningSchedule implements Scheduled {
  constructor(
    private readonly keeper: ThinningKeeper,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.keeper.resume();
    await this.keeper.list(this.clock.today());
  }
}
