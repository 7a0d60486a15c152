import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '#core/access';
import { EXPORT_REQUESTED, ExportFault, ExportRunner, failureOf } from '#core/exports';
import type { JobData } from '#platform/queue';
import { messageOf } from '#platform/telemetry';
import { Processes, type Processor } from '../processor.js';

const ATTEMPTS = 3;

/** Makes the file of an ordered export. Run twice, it makes one. */
@Injectable()
@Processes(EXPORT_REQUESTED, { concurrency: 2 })
export class ExportProcessor implements Processor {
  private readonly logger = new Logger(ExportProcessor.name);

  constructor(private readonly runner: ExportRunner) {}

  async process({ id }: JobData, { attempt }: { attempt: number }): Promise<void> {
    try {
      await this.runner.run(SYSTEM, id);
    } catch (error) {
      this.logger.warn(`Export ${id}, attempt ${attempt}: ${messageOf(error)}`);
      const isLasting = error instanceof ExportFault && error.isLasting;
      if (attempt < ATTEMPTS && !isLasting) throw error;
      await this.runner.fail(SYSTEM, id, failureOf(error));
    }
  }
}
