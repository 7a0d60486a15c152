import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '#platform/config';
import { createLogger, nestLogger } from '#platform/telemetry';
import { Work } from './work.js';
import { WorkerModule } from './worker.module.js';

/** The queue and clock process: the same services, no HTTP. */
export async function createWorker(config: Config): Promise<INestApplicationContext> {
  if (!config.demo && config.sealKey === null)
    throw new Error('The worker seals the audit trail: MEDEL_SEAL_KEY is missing');
  const logger = nestLogger(createLogger(config.logLevel, 'worker'));
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config), {
    logger,
    abortOnError: false,
  });
  app.get(Work).start();
  return app;
}
