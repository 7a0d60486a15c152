import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DemoModule, SeedClock } from '#core/demo';
import { CoreModule } from '#core/features';
import { ReferenceModule } from '#core/reference';
import { loadConfig } from '#platform/config';
import { PlatformModule } from '#platform/machinery';
import { readSettings, toolEnvironment, type DatabaseUrls } from '../environment.js';

@Module({})
class SeedModule {}

export type Seeds = Awaited<ReturnType<typeof createContext>>;

/** Runs `work` with the services of Medel, on a clock that a seed can set. */
export async function withSeeds<T>(urls: DatabaseUrls, work: (seeds: Seeds) => Promise<T>): Promise<T> {
  const seeds = await createContext(urls);
  try {
    return await work(seeds);
  } finally {
    await seeds.close();
  }
}

function createContext(urls: DatabaseUrls) {
  const config = loadConfig(toolEnvironment(readSettings(), urls));
  const clock = new SeedClock();
  return NestFactory.createApplicationContext(
    {
      module: SeedModule,
      imports: [PlatformModule.with(config, { clock }), CoreModule, ReferenceModule, DemoModule],
    },
    { logger: ['error', 'fatal'], abortOnError: false },
  );
}
