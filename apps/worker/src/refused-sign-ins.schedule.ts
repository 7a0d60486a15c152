import { Injectable } from '@nestjs/common';
import { SessionService } from '#core/users';
import { Schedule, type Scheduled } from './schedule.js';

/** Writes down the refused sign-ins that no successful one has told. */
@Injectable()
@Schedule({ seconds: 60 })
export class RefusedSignInsSchedule implements Scheduled {
  constructor(private readonly sessions: SessionService) {}

  run(): Promise<void> {
    return this.sessions.tellRefused();
  }
}
