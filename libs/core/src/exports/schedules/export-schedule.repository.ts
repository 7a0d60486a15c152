import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import { ExportSchedule } from './export-schedule.entity.js';

@Injectable()
export class ExportScheduleRepository {
  constructor(private readonly database: Database) {}

  getForUpdate(id: string): Promise<ExportSchedule> {
    return this.database.lock(ExportSchedule, id);
  }

  /** Those whose moment has come, the earliest first. */
  async due(now: Date): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      { organisationId: null },
      sql`SELECT id FROM export_schedules WHERE next_run_at <= ${now} ORDER BY next_run_at, id`,
    );
    return rows.map((row) => row.id);
  }
}
