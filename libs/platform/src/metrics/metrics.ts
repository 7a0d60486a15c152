import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '#platform/database';
import { OutboxQueries } from '#platform/outbox';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts and times for whoever watches over the processes. No label ever holds an id, an address or a name. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'medel_http_request_seconds',
    help: 'Time until a request was answered',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly connections = new Gauge({
    name: 'medel_database_connections',
    help: 'Connections of this process to the database, and requests that wait for one',
    labelNames: ['state'] as const,
    registers: [this.registry],
  });
  private readonly waiting = new Gauge({
    name: 'medel_outbox_waiting',
    help: 'Jobs that have been ordered and are not yet in the queue',
    registers: [this.registry],
  });
  private readonly oldest = new Gauge({
    name: 'medel_outbox_oldest_seconds',
    help: 'How long the oldest of them has waited',
    registers: [this.registry],
  });
  private readonly database = new Gauge({
    name: 'medel_database_up',
    help: '1 when the database answers',
    registers: [this.registry],
  });

  constructor(
    private readonly outbox: OutboxQueries,
    private readonly pool: Database,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  /** `route` as it was declared, with `:id` in it. The status by its class: each kind of answer is fourteen lines of text. */
  requested(method: string, route: string | undefined, status: number, seconds: number): void {
    this.requests.labels(method, route ?? 'none', `${Math.floor(status / 100)}xx`).observe(seconds);
  }

  /** The text format of Prometheus. Answers also when the database does not: that is when it is read. */
  async text(): Promise<string> {
    for (const [state, count] of Object.entries(this.pool.connections))
      this.connections.labels(state).set(count);
    await this.outbox.waiting().then(
      ({ count, oldest }) => {
        this.waiting.set(count);
        this.oldest.set(oldest);
        this.database.set(1);
      },
      () => this.database.set(0),
    );
    return this.registry.metrics();
  }
}
