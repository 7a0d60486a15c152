import pg from 'pg';

/**
 * A connection whose loss ends no process. An error may come between two statements, as when PostgreSQL is killed, while nobody
 * who has taken the connection out of a pool listens; the next statement then fails, and tells it.
 */
export class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
