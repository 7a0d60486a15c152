import { Injectable } from '@nestjs/common';
import { fileScanState, type KeptFile } from '#core/sent-files';
import { Database, sql, type Scope } from '#platform/database';
import { AccountingImport } from './accounting-import.entity.js';
import type { AccountingMapping } from './read-file.js';

@Injectable()
export class AccountingRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<AccountingImport> {
    return this.database.lock(AccountingImport, id);
  }

  /** Those of a report that the caller has locked. */
  async countOf(reportId: string): Promise<number> {
    const [row] = await this.database.execute<{ count: number }>(
      sql`SELECT count(*) AS count FROM accounting_imports WHERE report_id = ${reportId}`,
    );
    return row!.count;
  }

  async reportOf(scope: Scope, id: string): Promise<string | undefined> {
    const row = await this.database.readOne<{ reportId: string }>(
      scope,
      sql`SELECT report_id AS "reportId" FROM accounting_imports WHERE id = ${id}`,
    );
    return row?.reportId;
  }

  /** How the recipient's accounts became kinds of cost the last time that it took rows in. */
  async latestMapping(scope: Scope, organisationId: string): Promise<AccountingMapping | undefined> {
    const row = await this.database.readOne<{ mapping: AccountingMapping }>(
      scope,
      sql`SELECT mapping FROM accounting_imports WHERE organisation_id = ${organisationId} AND status = 'adopted'
          ORDER BY adopted_at DESC, id DESC LIMIT 1`,
    );
    return row?.mapping;
  }

  async organisationNumber(scope: Scope, organisationId: string): Promise<string | null> {
    const row = await this.database.readOne<{ number: string | null }>(
      scope,
      sql`SELECT organisation_number AS number FROM organisations WHERE id = ${organisationId}`,
    );
    return row?.number ?? null;
  }

  async file(scope: Scope, id: string): Promise<KeptFile | undefined> {
    return this.database.readOne(
      scope,
      sql`SELECT file_key AS key, file_name AS name, size, ${fileScanState(sql`i.file_key`)} AS scan
          FROM accounting_imports i WHERE id = ${id}`,
    );
  }
}
