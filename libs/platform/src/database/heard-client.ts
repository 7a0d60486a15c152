import pg from 'pg';

/**
 * For those who take connections out of a pool of their own and listen to none of them, as the queue does. An error that comes
 * between two statements, as when PostgreSQL is killed, would end the process.
 */
export class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
