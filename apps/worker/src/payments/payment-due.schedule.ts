import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#core/access';
import { PaymentService } from '#core/payments';
import { Schedule, type Scheduled } from '../schedule.js';

/** Lets payments fall due when their day comes near, and go when what they waited for has come. */
@Injectable()
@Schedule({ seconds: 600 })
export class PaymentDueSchedule implements Scheduled {
  constructor(private readonly payments: PaymentService) {}

  async run(): Promise<void> {
    for (const decisionId of await this.payments.decisionsWaiting())
      await this.payments.advance(SYSTEM, decisionId);
  }
}
