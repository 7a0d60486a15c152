import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#core/access';
import { PaymentFileService } from '#core/payment-files';
import { Schedule, type Scheduled } from '../schedule.js';

/** Makes the files whose orders the queue has lost. */
@Injectable()
@Schedule({ seconds: 15 })
export class PaymentFileKeepingSchedule implements Scheduled {
  constructor(private readonly files: PaymentFileService) {}

  run(): Promise<void> {
    return this.files.resume(SYSTEM);
  }
}
