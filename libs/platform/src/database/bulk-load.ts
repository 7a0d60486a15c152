import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { CONFIG, type Config } from '#platform/config';
import { HeardClient } from './heard-client.js';
import { scopeStatement, type Scope } from './scope.js';
import type { Sql } from './sql.js';

/** A transaction that takes long, on a connection of its own. */
export interface BulkLoad {
  rows<Row>(statement: Sql): Promise<Row[]>;
  /** Rows in COPY's binary form into a table that our own code names. Answers how many there were. */
  copy(table: string, rows: AsyncIterable<Buffer>): Promise<number>;
}

/** How the work ended: `keep` commits what was written, else nothing of it is left. */
interface Ended<T> {
  keep: boolean;
  result: T;
}

/** As many pieces wait at most: what waits is memory. */
const PIECES = 2;

/** What one process alone does for as long as it takes: COPY keeps memory flat, and the pool stays free for people. */
@Injectable()
export class BulkLoads {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * Runs `work` in one transaction, then `after` what was kept of it, while nobody else holds `turn`. Not at all, and
   * `false`, where another process has the turn; its turn ends with its connection, however that ends.
   */
  async inTurn<T>(
    scope: Scope,
    turn: string,
    work: (load: BulkLoad) => Promise<Ended<T>>,
    after: (result: T) => Promise<void>,
  ): Promise<boolean> {
    const client = new HeardClient({
      connectionString: this.config.databaseUrl,
      application_name: 'medel load',
    });
    await client.connect();
    try {
      const { rows } = await client.query<{ mine: boolean }>(
        'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine',
        [turn],
      );
      if (!rows[0]!.mine) return false;
      await after(await transaction(client, scope, work));
      return true;
    } finally {
      await client.end();
    }
  }
}

async function transaction<T>(
  client: pg.Client,
  scope: Scope,
  work: (load: BulkLoad) => Promise<Ended<T>>,
): Promise<T> {
  // Comparing a million rows with those in use wants to do so in memory; this connection is one of few.
  await client.query(`BEGIN; ${scopeStatement(scope)}; SET LOCAL work_mem = '64MB'`);
  const { keep, result } = await work({
    rows: async <Row>({ text, values }: Sql) => (await client.query(text, values)).rows as Row[],
    copy: (table, rows) => copy(client, table, rows),
  });
  await client.query(keep ? 'COMMIT' : 'ROLLBACK');
  return result;
}

async function copy(client: pg.Client, table: string, rows: AsyncIterable<Buffer>): Promise<number> {
  const into = client.query(copyFrom(`COPY ${table} FROM STDIN (FORMAT binary)`));
  await pipeline(Readable.from(rows, { highWaterMark: PIECES }), into);
  return into.rowCount;
}
