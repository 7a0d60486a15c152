import { readdirSync } from 'node:fs';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { patiently } from './connect-patiently.js';
import { Database } from './database.js';
import { sql } from './sql.js';

const MIGRATION = /^(\d+)-\w+\.[jt]s$/;
const NOT_ALLOWED = '42501';
const NO_SUCH_TABLE = '42P01';

/** Refuses to start on tables of another version: what would go wrong later goes wrong at once, and says what to do. */
@Injectable()
export class SchemaVersion implements OnModuleInit {
  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    const applied = await patiently(() => this.applied());
    const known = migrationsOfCode();
    const missing = known.filter((each) => !applied.includes(each));
    const unknown = applied.filter((each) => !known.includes(each));
    if (missing.length > 0)
      throw new Error(
        `The database is older than this version of Medel: ${missing.length} migrations are missing. Run migrate first (dist/tools/migrate.js).`,
      );
    if (unknown.length > 0)
      throw new Error(
        `The database is newer than this version of Medel: ${unknown.length} migrations are unknown here. Start the version that it was migrated by, or restore the backup from before.`,
      );
  }

  /** Before this was asked, nobody but the owner could read it: such a database is older too. */
  private async applied(): Promise<number[]> {
    try {
      const rows = await this.database.read<{ timestamp: number }>(
        { organisationId: null },
        sql`SELECT "timestamp" FROM migrations`,
      );
      return rows.map(({ timestamp }) => timestamp);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === NOT_ALLOWED || code === NO_SUCH_TABLE) return [];
      throw error;
    }
  }
}

function migrationsOfCode(): number[] {
  const directory = new URL('../../../../migrations/', import.meta.url);
  return readdirSync(directory).flatMap((name) => {
    const [, timestamp] = MIGRATION.exec(name) ?? [];
    return timestamp === undefined ? [] : [Number(timestamp)];
  });
}
