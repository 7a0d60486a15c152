import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded';
import type { TestServer } from './medel.js';

/** PostgreSQL of one suite alone, which is killed and begins again on the same files. */
export class MortalPostgres {
  private again: EmbeddedPostgres | undefined;

  constructor(
    private readonly server: TestServer,
    private readonly directory: string,
  ) {}

  /**
   * To be called once a database is made. CREATE DATABASE copies of a sequence that its next 32 numbers are logged,
   * which they are for the template alone: a crash before the next checkpoint would give out the same numbers again.
   */
  async checkpoint(): Promise<void> {
    const admin = new pg.Client({ connectionString: this.server.adminUrl });
    await admin.connect();
    try {
      await admin.query('CHECKPOINT');
    } finally {
      await admin.end();
    }
  }

  async killAndStart(): Promise<void> {
    const [pid] = readFileSync(join(this.server.home, 'data', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    const port = Number(new URL(this.server.adminUrl).port);
    this.again = await startEmbeddedPostgres({ directory: this.directory, port });
  }

  async stop(): Promise<void> {
    await this.again?.stop();
  }
}
