import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#core/access';
import { AuditSealer } from '#platform/audit';
import { Schedule, type Scheduled } from '../schedule.js';

/** Seals what has been written down. */
@Injectable()
@Schedule({ seconds: 60 })
export class SealSchedule implements Scheduled {
  constructor(private readonly sealer: AuditSealer) {}

  run(): Promise<void> {
    return this.sealer.seal(SYSTEM);
  }
}
