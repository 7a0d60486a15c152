import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { CONFIG, type Config } from '#platform/config';
import { HeardClient } from './heard-client.js';
import { scopeStatement, type Scope } from './scope.js';
import type { Sql } from './sql.js';

/** One moment of the database: everything read through it is of that moment. */
export interface Snapshot {
  one<Row>(statement: Sql): Promise<Row>;
  /** Rows as CSV with a header line. */
  csv(statement: Sql): Readable;
}

/**
 * No disk has to turn: many rows are read in the order of an index rather than written down once more to be sorted. For rows
 * alone: what is counted or verified would no longer be shared among processors.
 */
const ANY_PAGE_ALIKE = 'SET LOCAL random_page_cost = 1.1';

/** A connection of its own for long reads: COPY keeps memory flat, and the pool stays free for people. */
@Injectable()
export class Snapshots {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async read<T>(scope: Scope, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const client = new HeardClient({
      connectionString: this.config.databaseUrl,
      application_name: 'medel export',
    });
    await client.connect();
    try {
      await client.query(
        `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL TimeZone = 'UTC'; ${scopeStatement(scope)}`,
      );
      const result = await work({
        one: async <Row>(statement: Sql) =>
          (await client.query(statement.text, statement.values)).rows[0] as Row,
        csv(statement) {
          // Where this fails, so does what follows it, which tells.
          client.query(ANY_PAGE_ALIKE).catch(() => undefined);
          return copy(client, statement);
        },
      });
      await client.query('COMMIT');
      return result;
    } finally {
      await client.end();
    }
  }
}

function copy(client: pg.Client, statement: Sql): Readable {
  const stream = client.query(copyTo(`COPY (${literal(statement)}) TO STDOUT (FORMAT csv, HEADER)`));
  // Whoever reads hears of an error. Once they have given up nobody does, and it must not end the process.
  return stream.on('error', () => undefined);
}

/** COPY takes no parameters: the values are quoted by the driver. */
function literal({ text, values }: Sql): string {
  return text.replace(/\$(\d+)/g, (_, number: string) => quote(values[Number(number) - 1]));
}

function quote(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return pg.escapeLiteral(value);
  throw new Error('Only text and numbers are values of a COPY');
}
