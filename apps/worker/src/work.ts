import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { definedTopics, OutboxRelay } from '#platform/outbox';
import { Queues } from '#platform/queue';
import { messageOf } from '#platform/telemetry';
import { PROCESSES, type Processing, type Processor } from './processor.js';
import { SCHEDULE, type Scheduled } from './schedule.js';

/** Finds the processors and schedules and sets them to work. */
@Injectable()
export class Work implements OnApplicationShutdown {
  private readonly logger = new Logger(Work.name);
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly queues: Queues,
    private readonly relay: OutboxRelay,
  ) {}

  /** Refuses where a topic has no processor: what is published must be done. */
  start(): void {
    const processors = this.find<Processor, Processing>(PROCESSES);
    const handled = processors.map(({ told }) => told.topic.name);
    const forgotten = definedTopics().filter((topic) => !handled.includes(topic.name));
    if (forgotten.length > 0)
      throw new Error(`No processor for ${forgotten.map((topic) => topic.name).join(', ')}`);
    for (const { instance, told } of processors)
      this.queues.process(told.topic.name, (data, job) => instance.process(data, job), told.concurrency);
    for (const { instance, told } of this.find<Scheduled, { seconds: number }>(SCHEDULE))
      this.repeat(instance, told.seconds);
    this.relay.start();
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  private repeat(scheduled: Scheduled, seconds: number): void {
    let isRunning = false;
    const run = async () => {
      if (isRunning) return;
      isRunning = true;
      await scheduled.run().catch((error: unknown) => {
        this.logger.warn(`${scheduled.constructor.name}: ${messageOf(error)}`);
      });
      isRunning = false;
    };
    this.timers.push(setInterval(() => void run(), seconds * 1_000));
    void run();
  }

  private find<Instance, Told>(key: string): { instance: Instance; told: Told }[] {
    return this.discovery.getProviders().flatMap(({ instance, metatype }) => {
      const told = metatype ? this.reflector.get<Told>(key, metatype) : undefined;
      return told && instance ? [{ instance: instance as Instance, told }] : [];
    });
  }
}
