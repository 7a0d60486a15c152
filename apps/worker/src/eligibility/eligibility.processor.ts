import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#core/access';
import { EligibilityService } from '#core/eligibility';
import { MEASURE_DATASET_ACCEPTED } from '#core/measures';
import type { JobData } from '#platform/queue';
import { Processes, type Processor } from '../processor.js';

/** Recomputes who may have which grant when new values answer. Told twice, it does it once. */
@Injectable()
@Processes(MEASURE_DATASET_ACCEPTED, { concurrency: 1 })
export class EligibilityProcessor implements Processor {
  constructor(private readonly eligibility: EligibilityService) {}

  process({ id }: JobData): Promise<void> {
    return this.eligibility.recomputeAfter(SYSTEM, id);
  }
}
