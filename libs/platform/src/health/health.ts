import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import { DomainError } from '#platform/errors';

export interface Readiness {
  status: 'ready';
  database: 'up';
}

@Injectable()
export class Health {
  constructor(private readonly database: Database) {}

  /** Ready when PostgreSQL answers. The queue is no condition: acts are kept in the outbox until it is back. */
  async ready(): Promise<Readiness> {
    await this.database.read({ organisationId: null }, sql`SELECT 1`).catch(() => {
      throw new DomainError('unavailable');
    });
    return { status: 'ready', database: 'up' };
  }
}
