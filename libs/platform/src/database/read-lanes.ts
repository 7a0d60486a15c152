import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '#platform/config';
import { connectionOptions } from './data-source.js';
import { inOnePacket } from './packet.js';
import type { Scope } from './scope.js';
import { SCOPE, ScopedQuery } from './scoped-query.js';
import type { Sql } from './sql.js';

/** Enough to keep PostgreSQL busy; more of them only make it change between them. */
const FEW = 3;
/** A read that takes longer is one to go around. */
const HELD_UP_MILLISECONDS = 50;

/** One connection that reads are sent over one after another, without waiting for the answers. */
class Lane {
  waiting = 0;
  private headSince = 0;
  private readonly client: pg.Client;
  private readonly ready: Promise<unknown>;

  constructor(options: pg.ClientConfig, lost: (lane: Lane) => void) {
    this.client = new pg.Client(options);
    this.client.on('error', () => lost(this)).on('end', () => lost(this));
    this.ready = this.client.connect().then(() => this.client.query({ ...SCOPE, values: ['', ''] }));
    this.ready.catch(() => lost(this));
  }

  isHeldUp(now: number): boolean {
    return this.waiting > 0 && now - this.headSince > HELD_UP_MILLISECONDS;
  }

  async read<Row>(scope: Scope, statement: Sql): Promise<Row[]> {
    if (this.waiting === 0) this.headSince = performance.now();
    this.waiting += 1;
    try {
      await this.ready;
      return await new Promise((resolve, reject) => {
        const answered = (error: Error | null, result: { rows: Row[] }) =>
          error ? reject(error) : resolve(result.rows);
        inOnePacket(this.client);
        this.client.query(new ScopedQuery(scope, statement, answered));
      });
    } finally {
      this.waiting -= 1;
      this.headSince = performance.now();
    }
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}

/**
 * The connections for reads outside a transaction, shared by all requests. A read is whole in itself (scope, statement,
 * one implicit transaction), so it needs no connection of its own: sent in a row over a few, reads wake PostgreSQL and
 * us less often than each over one. A lane that a slow read holds up is gone around, over a new one where none is free.
 */
@Injectable()
export class ReadLanes implements OnApplicationShutdown {
  private readonly lanes = new Set<Lane>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  read<Row>(scope: Scope, statement: Sql): Promise<Row[]> {
    return this.choose().read(scope, statement);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.lanes].map((lane) => lane.close()));
  }

  private choose(): Lane {
    const now = performance.now();
    let free: Lane | undefined;
    let any: Lane | undefined;
    for (const lane of this.lanes) {
      if (!any || lane.waiting < any.waiting) any = lane;
      if ((!free || lane.waiting < free.waiting) && !lane.isHeldUp(now)) free = lane;
    }
    if (free && (free.waiting === 0 || this.lanes.size >= FEW)) return free;
    return this.lanes.size < this.config.databasePoolSize ? this.open() : (free ?? any!);
  }

  private open(): Lane {
    const lane = new Lane(connectionOptions(this.config), (lost) => this.lanes.delete(lost));
    this.lanes.add(lane);
    return lane;
  }
}
