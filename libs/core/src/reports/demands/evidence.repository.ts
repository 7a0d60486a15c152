import { Injectable } from '@nestjs/common';
import { fileScanState, type KeptFile } from '#core/sent-files';
import { Database, sql, type Scope } from '#platform/database';
import { EvidenceDemand } from './evidence-demand.entity.js';
import { EvidenceFile } from './evidence-file.entity.js';

@Injectable()
export class EvidenceRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<EvidenceDemand> {
    return this.database.lock(EvidenceDemand, id);
  }

  async reportOf(scope: Scope, id: string): Promise<string | undefined> {
    const row = await this.database.readOne<{ reportId: string }>(
      scope,
      sql`SELECT report_id AS "reportId" FROM evidence_demands WHERE id = ${id}`,
    );
    return row?.reportId;
  }

  ofReport(
    scope: Scope,
    reportId: string,
  ): Promise<Pick<EvidenceDemand, 'id' | 'status' | 'proofs'> | undefined> {
    return this.database.readOne(
      scope,
      sql`SELECT id, status, proofs FROM evidence_demands WHERE report_id = ${reportId}`,
    );
  }

  /** Of a demand that the caller has locked. */
  async held(demandId: string): Promise<{ count: number; size: number }> {
    const [held] = await this.database.execute<{ count: number; size: number }>(
      sql`SELECT count(*) AS count, coalesce(sum(size), 0)::bigint AS size FROM evidence_files WHERE demand_id = ${demandId}`,
    );
    return held!;
  }

  async insertFile(file: EvidenceFile): Promise<void> {
    await this.database.manager.createQueryBuilder().insert().into(EvidenceFile).values(file).execute();
  }

  file(scope: Scope, id: string): Promise<KeptFile | undefined> {
    return this.database.readOne(
      scope,
      sql`SELECT file_key AS key, file_name AS name, size, ${fileScanState(sql`f.file_key`)} AS scan
          FROM evidence_files f WHERE id = ${id}`,
    );
  }
}
