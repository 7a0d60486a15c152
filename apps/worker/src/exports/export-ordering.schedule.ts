import { Injectable } from '@nestjs/common';
import { ExportScheduleRunner } from '#core/exports';
import { Schedule, type Scheduled } from '../schedule.js';

/** Orders the recurring exports whose moment has come. */
@Injectable()
@Schedule({ seconds: 15 })
export class ExportOrderingSchedule implements Scheduled {
  constructor(private readonly schedules: ExportScheduleRunner) {}

  run(): Promise<void> {
    return this.schedules.runDue();
  }
}
