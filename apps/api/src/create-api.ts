import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#platform/config';
import { createLogger, nestLogger } from '#platform/telemetry';
import { ApiModule } from './api.module.js';
import { createAdapter, prepareServer } from './http/server.js';

/** The HTTP process, ready to listen. */
export async function createApi(config: Config): Promise<NestFastifyApplication> {
  const logger = createLogger(config.logLevel, 'api');
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.with(config),
    createAdapter(logger, config),
    {
      logger: nestLogger(logger),
      bodyParser: false,
      abortOnError: false,
    },
  );
  await prepareServer(app);
  return app;
}
