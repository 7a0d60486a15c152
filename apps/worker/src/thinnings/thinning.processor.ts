import { Injectable } from '@nestjs/common';
import { THINNING_APPROVED, ThinningKeeper } from '#core/thinnings';
import type { JobData } from '#platform/queue';
import { Processes, type Processor } from '../processor.js';

/** Carries out an approved list. Told twice, it goes on where it was. */
@Injectable()
@Processes(THINNING_APPROVED, { concurrency: 1 })
export class ThinningProcessor implements Processor {
  constructor(private readonly keeper: ThinningKeeper) {}

  process({ id }: JobData): Promise<void> {
    return this.keeper.carryOut(id);
  }
}
