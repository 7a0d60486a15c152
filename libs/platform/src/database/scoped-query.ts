import pg from 'pg';
import type { Sql } from './sql.js';
import type { Scope } from './scope.js';

/** Sent as a query of its own once on each connection, so that it is prepared when a scoped query binds it. */
export const SCOPE: pg.QueryConfig = {
  name: 'scope',
  text: `SELECT set_config('transaction_read_only', 'on', true), set_config('medel.scope', $1, true), set_config('medel.organisation', $2, true)`,
};

interface Connection {
  bind(message: object): void;
  execute(message: object): void;
}

/** What pg's own query has, and its published types leave out. */
type Inner = pg.Query & { handleRowDescription(message: unknown): void };
const Query = pg.Query as unknown as new (config: object) => Inner & {
  prepare(connection: Connection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
};

/**
 * A statement with its scope set before it, in one message and one implicit transaction: both end at the same Sync, and
 * with it what the scope set. Two statements where BEGIN, SET, SELECT and COMMIT are four.
 */
export class ScopedQuery extends Query {
  private isScoped = false;

  constructor(
    private readonly scope: Scope,
    { text, values, name }: Sql,
    callback: (error: Error | null, result: pg.QueryResult) => void,
  ) {
    super({ text, values, name, callback });
  }

  override prepare(connection: Connection): void {
    const values = this.scope.organisationId === null ? ['all', ''] : ['own', this.scope.organisationId];
    connection.bind({ statement: SCOPE.name, values });
    connection.execute({});
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (this.isScoped) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.isScoped) super.handleCommandComplete(message, connection);
    this.isScoped = true;
  }
}
