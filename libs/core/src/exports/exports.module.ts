import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Export } from './export.entity.js';
import { ExportKeeper } from './export.keeper.js';
import { ExportQueries } from './export.queries.js';
import { ExportRepository } from './export.repository.js';
import { ExportRunner } from './export.runner.js';
import { ExportService } from './export.service.js';
import { ExportWriter } from './export.writer.js';
import { LargeLane } from './large-lane.js';

@Module({
  imports: [TypeOrmModule.forFeature([Export])],
  providers: [
    ExportKeeper,
    ExportQueries,
    ExportRepository,
    ExportRunner,
    ExportService,
    ExportWriter,
    LargeLane,
  ],
  exports: [ExportKeeper, ExportQueries, ExportRunner, ExportService],
})
export class ExportsModule {}
