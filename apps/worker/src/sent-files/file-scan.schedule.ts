import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#core/access';
import { FileScanner } from '#core/sent-files';
import { Schedule, type Scheduled } from '../schedule.js';

/** Tries files again that the scanner has not said anything of. */
@Injectable()
@Schedule({ seconds: 15 })
export class FileScanSchedule implements Scheduled {
  constructor(private readonly scanner: FileScanner) {}

  run(): Promise<void> {
    return this.scanner.resume(SYSTEM);
  }
}
