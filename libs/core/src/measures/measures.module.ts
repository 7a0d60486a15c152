import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Area } from './area.entity.js';
import { MeasureDataset } from './measure-dataset.entity.js';
import { MeasureSeries } from './measure-series.entity.js';
import { MeasureValue } from './measure-value.entity.js';
import { MeasureQueries } from './measure.queries.js';
import { MeasureRepository } from './measure.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([Area, MeasureDataset, MeasureSeries, MeasureValue])],
  providers: [MeasureQueries, MeasureRepository],
  exports: [MeasureQueries, MeasureRepository],
})
export class MeasuresModule {}
