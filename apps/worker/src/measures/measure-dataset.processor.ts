import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '#core/access';
import { MEASURE_DATASET_RECEIVED, MeasureDatasetRunner } from '#core/measures';
import type { JobData } from '#platform/queue';
import { messageOf } from '#platform/telemetry';
import { Processes, type Processor } from '../processor.js';

const ATTEMPTS = 3;

/** Reads the file of a data set. Run twice, it is read once; what is wrong with its rows is no failure of the job. */
@Injectable()
@Processes(MEASURE_DATASET_RECEIVED, { concurrency: 1 })
export class MeasureDatasetProcessor implements Processor {
  private readonly logger = new Logger(MeasureDatasetProcessor.name);

  constructor(private readonly runner: MeasureDatasetRunner) {}

  async process({ id }: JobData, { attempt }: { attempt: number }): Promise<void> {
    try {
      await this.runner.run(SYSTEM, id);
    } catch (error) {
      this.logger.warn(`Data set ${id}, attempt ${attempt}: ${messageOf(error)}`);
      if (attempt < ATTEMPTS) throw error;
      await this.runner.fail(SYSTEM, id, 'readingFailed');
    }
  }
}
