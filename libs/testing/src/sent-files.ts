import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

/** Every file that was sent with an application or a report, and every sealed letter, lies in the storage as it was received or made. */
export async function expectSentFiles(owner: pg.Pool, directory: string): Promise<void> {
  const { rows } = await owner.query<{ id: string; key: string; sha256: string }>(
    `SELECT id, file_key AS key, sha256 FROM accounting_imports
     UNION ALL SELECT id, file_key, sha256 FROM evidence_files
     UNION ALL SELECT id, file_key, sha256 FROM application_attachments WHERE removed_at IS NULL AND thinned_at IS NULL
     UNION ALL SELECT id, file_key, sha256 FROM letters WHERE status = 'sealed'`,
  );
  for (const { id, key, sha256 } of rows) {
    const found = createHash('sha256')
      .update(await readFile(join(directory, key)))
      .digest('hex');
    if (found !== sha256) throw new Error(`The file of ${id} is ${found}, and was ${sha256}`);
  }
}
