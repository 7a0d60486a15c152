import { Injectable } from '@nestjs/common';
import { SessionService } from '#core/users';
import { Idempotency } from '#platform/idempotency';
import { Outbox } from '#platform/outbox';
import { Schedule, type Scheduled } from './schedule.js';

/** Removes what has done its work: ended sessions, old idempotency keys, relayed messages. */
@Injectable()
@Schedule({ seconds: 3_600 })
export class HousekeepingSchedule implements Scheduled {
  constructor(
    private readonly sessions: SessionService,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
  ) {}

  async run(): Promise<void> {
    await this.sessions.removeEnded();
    await this.idempotency.removeOld();
    await this.outbox.removeRelayed();
  }
}
