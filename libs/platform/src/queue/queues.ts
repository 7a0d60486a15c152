import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Queue, Worker, withBackend, createPostgresBackend, type JobsOptions, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import { CONFIG, type Config } from '#platform/config';
import { HeardClient } from '#platform/database';

/** Kept short: PostgreSQL holds the truth, and a finished job under the same id would block a new one. */
const JOB_OPTIONS: JobsOptions = {
  attempts: 10,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: true,
  removeOnFail: { count: 1_000 },
};

/** A killed worker's job is taken up again within seconds, up to twenty times. Run once it is connected. */
const WORKER_OPTIONS = { autorun: false, maxStalledCount: 20, stalledInterval: 5_000, lockDuration: 10_000 };
const AGAIN_MILLISECONDS = 500;

export interface JobData {
  id: string;
  actorId: string;
}

export type JobHandler = (data: JobData, job: { name: string; attempt: number }) => Promise<void>;

const onPostgres = withBackend(createPostgresBackend);

/** The queue: on Redis where there is one, else in PostgreSQL. The same processors run on both. */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly queues = new Map<string, Queue<JobData>>();
  private readonly workers = new Set<Worker<JobData>>();
  private isStopping = false;
  private redis: Redis | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get backend(): 'redis' | 'postgres' {
    return this.config.redisUrl ? 'redis' : 'postgres';
  }

  queue(topic: string): Queue<JobData> {
    let queue = this.queues.get(topic);
    if (!queue) {
      const options = { connection: this.connection() as never, defaultJobOptions: JOB_OPTIONS };
      queue = this.config.redisUrl
        ? new Queue<JobData>(nameOf(topic), options)
        : (new onPostgres.Queue(nameOf(topic), options) as unknown as Queue<JobData>);
      queue.on('error', () => undefined);
      this.queues.set(topic, queue);
      this.leaveUnlessReady(topic, queue).catch(() => undefined);
    }
    return queue;
  }

  /** Begins to work as soon as the queue is there. */
  process(topic: string, handler: JobHandler, concurrency: number): void {
    void this.begin(() => this.worker(topic, handler, concurrency));
  }

  private worker(topic: string, handler: JobHandler, concurrency: number): Worker<JobData> {
    const run = (job: Job<JobData>) => handler(job.data, { name: job.name, attempt: job.attemptsMade + 1 });
    const options = { connection: this.connection() as never, concurrency, ...WORKER_OPTIONS };
    const worker = this.config.redisUrl
      ? new Worker<JobData>(nameOf(topic), run, options)
      : (new onPostgres.Worker(nameOf(topic), run as never, options) as unknown as Worker<JobData>);
    worker.on('error', () => undefined);
    this.workers.add(worker);
    return worker;
  }

  /**
   * BullMQ keeps a first connection that failed and asks it again without a pause, so that nothing else of the process ever
   * has its turn. Such a worker is left, and another one made.
   */
  private async begin(make: () => Worker<JobData>): Promise<void> {
    while (!this.isStopping) {
      const worker = make();
      try {
        await worker.waitUntilReady();
        return await worker.run();
      } catch {
        this.workers.delete(worker);
        await worker.close().catch(() => undefined);
        await sleep(AGAIN_MILLISECONDS);
      }
    }
  }

  /** A queue whose first connection failed never works: who asks next is given another. */
  private async leaveUnlessReady(topic: string, queue: Queue<JobData>): Promise<void> {
    try {
      await queue.waitUntilReady();
    } catch {
      if (this.queues.get(topic) === queue) this.queues.delete(topic);
      await queue.close();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await Promise.all([...this.workers].map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.redis?.disconnect();
  }

  private connection(): unknown {
    if (this.config.redisUrl) {
      this.redis ??= new Redis(this.config.redisUrl, { maxRetriesPerRequest: null });
      return this.redis;
    }
    // The queue keeps its own tables up to date, in a schema that belongs to its role.
    return { connectionString: this.config.queueDatabaseUrl, max: 4, migrate: true, Client: HeardClient };
  }
}

function nameOf(topic: string): string {
  return topic.replaceAll('.', '-');
}
