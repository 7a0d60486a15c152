import { Injectable } from '@nestjs/common';
import { Database, sql, type Scope } from '#platform/database';
import type { ScanFault } from '#platform/scanner';
import { FileScan } from './file-scan.entity.js';

/** Seconds until a file is tried again, at first; twice as long each time, and never more than the longest. */
const PAUSE = { first: 15, longest: 600 };
const AT_ONCE = 100;

@Injectable()
export class FileScanRepository {
  constructor(private readonly database: Database) {}

  async getForUpdate(id: string): Promise<FileScan> {
    return this.database.lock(FileScan, id);
  }

  /** The key of a file that waits. */
  async waitingKey(scope: Scope, id: string): Promise<string | undefined> {
    const row = await this.database.readOne<{ key: string }>(
      scope,
      sql`SELECT file_key AS key FROM file_scans WHERE id = ${id} AND status = 'waiting'`,
    );
    return row?.key;
  }

  /** Those that should be tried by now. An attachment that was taken away waits for nothing. */
  async overdue(scope: Scope): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      scope,
      sql`SELECT id FROM file_scans s WHERE status = 'waiting'
            AND coalesce(tried_at, ordered_at) < now()
              - make_interval(secs => least(${PAUSE.first} * 2 ^ least(tries, 10), ${PAUSE.longest}))
            AND NOT EXISTS (SELECT FROM application_attachments t WHERE t.id = s.id AND t.removed_at IS NOT NULL)
          ORDER BY ordered_at LIMIT ${AT_ONCE}`,
    );
    return rows.map(({ id }) => id);
  }

  /** That nobody could say is no change of the file: a transaction of its own, and no event. */
  async note(scope: Scope, id: string, fault: ScanFault, at: Date): Promise<void> {
    await this.database.transaction(scope, () =>
      this.database.execute(
        sql`UPDATE file_scans SET tries = tries + 1, tried_at = ${at}, fault = ${fault}
          WHERE id = ${id} AND status = 'waiting'`,
      ),
    );
  }
}
