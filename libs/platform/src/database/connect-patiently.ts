import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { isPassing } from './passing.js';

/** As long as PostgreSQL takes to start again and to recover from a crash, and then some. */
const PATIENCE_SECONDS = 60;
const LONGEST_PAUSE_MILLISECONDS = 1_000;

/**
 * What a process does at its start, also where PostgreSQL is away just then. When it has not come within `seconds`, or
 * what is wrong does not pass by waiting (a password, a name), this throws and ends the process; whoever watches over
 * it starts it again.
 */
export async function patiently<T>(work: () => Promise<T>, seconds = PATIENCE_SECONDS): Promise<T> {
  const logger = new Logger('Database');
  const deadline = performance.now() + seconds * 1_000;
  for (let pause = 50; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLISECONDS)) {
    try {
      return await work();
    } catch (error) {
      const fault = error as Error & { code?: string };
      if (!isPassing(fault)) throw fault;
      // A name with several addresses fails with a code and no message.
      const why = fault.message || fault.code;
      if (performance.now() + pause > deadline)
        throw new Error(`PostgreSQL has not come within ${seconds} s: ${why}`, { cause: error });
      logger.warn(`PostgreSQL is not there yet: ${why}. Trying again in ${pause} ms`);
      await sleep(pause);
    }
  }
}

export const connectPatiently = (dataSource: DataSource, seconds?: number): Promise<DataSource> =>
  patiently(() => dataSource.initialize(), seconds);
