import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#core/access';
import { FILE_RECEIVED, FileScanner } from '#core/sent-files';
import type { JobData } from '#platform/queue';
import { Processes, type Processor } from '../processor.js';

/** Has a file that was sent looked into by the scanner. */
@Injectable()
@Processes(FILE_RECEIVED, { concurrency: 2 })
export class FileScanProcessor implements Processor {
  constructor(private readonly scanner: FileScanner) {}

  process({ id }: JobData): Promise<void> {
    return this.scanner.scan(SYSTEM, id);
  }
}
