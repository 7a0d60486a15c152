import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UsersModule } from '#core/users';
import { CaseTrailQueries } from './case-trail.queries.js';
import { Export } from './export.entity.js';
import { ExportKeeper } from './export.keeper.js';
import { ExportQueries } from './export.queries.js';
import { ExportRepository } from './export.repository.js';
import { ExportRunner } from './export.runner.js';
import { ExportService } from './export.service.js';
import { ExportWriter } from './export.writer.js';
import { LargeLane } from './large-lane.js';
import { ExportSchedule } from './schedules/export-schedule.entity.js';
import { ExportScheduleQueries } from './schedules/export-schedule.queries.js';
import { ExportScheduleRepository } from './schedules/export-schedule.repository.js';
import { ExportScheduleRunner } from './schedules/export-schedule.runner.js';
import { ExportScheduleService } from './schedules/export-schedule.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Export, ExportSchedule]), UsersModule],
  providers: [
    CaseTrailQueries,
    ExportKeeper,
    ExportQueries,
    ExportRepository,
    ExportRunner,
    ExportScheduleQueries,
    ExportScheduleRepository,
    ExportScheduleRunner,
    ExportScheduleService,
    ExportService,
    ExportWriter,
    LargeLane,
  ],
  exports: [
    CaseTrailQueries,
    ExportKeeper,
    ExportQueries,
    ExportRunner,
    ExportScheduleQueries,
    ExportScheduleRunner,
    ExportScheduleService,
    ExportService,
  ],
})
export class ExportsModule {}
