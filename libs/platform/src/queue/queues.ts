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

/** A killed worker's job is taken up again within seconds, up to twenty times. */
const WORKER_OPTIONS = { maxStalledCount: 20, stalledInterval: 5_000, lockDuration: 10_000 };

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
  private readonly workers: Worker<JobData>[] = [];
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
    }
    return queue;
  }

  process(topic: string, handler: JobHandler, concurrency: number): void {
    const run = (job: Job<JobData>) => handler(job.data, { name: job.name, attempt: job.attemptsMade + 1 });
    const options = { connection: this.connection() as never, concurrency, ...WORKER_OPTIONS };
    const worker = this.config.redisUrl
      ? new Worker<JobData>(nameOf(topic), run, options)
      : (new onPostgres.Worker(nameOf(topic), run as never, options) as unknown as Worker<JobData>);
    worker.on('error', () => undefined);
    this.workers.push(worker);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
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
