import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import type { Snapshot } from '#platform/database';
import { findExportKind } from './export-kinds.js';
import type { Export } from './export.entity.js';
import { ExportRepository } from './export.repository.js';
import { expectedRows, takeLargeLane } from './lane.queries.js';

/**
 * Large exports run one at a time, over all workers, so that small ones always find one free. What is large is expected
 * before it is counted. The lane is held by the export's own connection, and free when that is gone.
 */
@Injectable()
export class LargeLane {
  constructor(
    private readonly exports: ExportRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async enter(snapshot: Snapshot, { id, kind, filters, asOf }: Export): Promise<'small' | 'large' | 'waits'> {
    const { rows } = findExportKind(kind)!.query(filters, asOf);
    const [plan] = (
      await snapshot.one<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(expectedRows(rows))
    )['QUERY PLAN'];
    if (plan.Plan['Plan Rows'] <= this.config.exports.largeRows) return 'small';
    if ((await snapshot.one<{ taken: boolean }>(takeLargeLane)).taken) return 'large';
    await this.exports.waitForLargeLane(id);
    return 'waits';
  }
}
