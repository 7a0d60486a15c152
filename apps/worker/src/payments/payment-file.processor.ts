import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#core/access';
import { PAYMENT_FILE_REQUESTED, PaymentFileService } from '#core/payment-files';
import type { JobData } from '#platform/queue';
import { Processes, type Processor } from '../processor.js';

/** Makes the file of an order to the bank. Told twice, it makes one. */
@Injectable()
@Processes(PAYMENT_FILE_REQUESTED, { concurrency: 1 })
export class PaymentFileProcessor implements Processor {
  constructor(private readonly files: PaymentFileService) {}

  process({ id }: JobData): Promise<void> {
    return this.files.make(SYSTEM, id);
  }
}
