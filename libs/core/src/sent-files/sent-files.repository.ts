import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';

/** How a key ends tells whose the file is. */
export const SENT_FILE_ENDINGS = {
  accounting: '.accounting',
  evidence: '.evidence',
  attachment: '.attachment',
} as const;

@Injectable()
export class SentFilesRepository {
  constructor(private readonly database: Database) {}

  /** Which of the keys are of nothing that was kept. An attachment that was taken away or thinned owns its file no more. */
  async orphans(keys: readonly string[]): Promise<string[]> {
    const rows = await this.database.read<{ key: string }>(
      { organisationId: null },
      sql`SELECT key FROM unnest(${keys}::text[]) AS key
          WHERE NOT EXISTS (SELECT FROM accounting_imports i WHERE i.file_key = key)
            AND NOT EXISTS (SELECT FROM evidence_files f WHERE f.file_key = key)
            AND NOT EXISTS (SELECT FROM application_attachments t WHERE t.file_key = key AND t.removed_at IS NULL
              AND t.thinned_at IS NULL)`,
    );
    return rows.map(({ key }) => key);
  }
}
