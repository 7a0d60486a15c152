import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Area } from './area.entity.js';
import { ComparisonQueries } from './comparison.queries.js';
import { DatasetFiles } from './dataset-files.js';
import { EvaluationFigure } from './evaluation-figure.entity.js';
import { MeasureSources } from './fetch/measure-sources.js';
import { MeasureDataset } from './measure-dataset.entity.js';
import { MeasureDatasetKeeper } from './measure-dataset.keeper.js';
import { MeasureDatasetQueries } from './measure-dataset.queries.js';
import { MeasureDatasetRepository } from './measure-dataset.repository.js';
import { MeasureDatasetRunner } from './measure-dataset.runner.js';
import { MeasureDatasetService } from './measure-dataset.service.js';
import { MeasureSeries } from './measure-series.entity.js';
import { MeasureValue } from './measure-value.entity.js';
import { MeasureQueries } from './measure.queries.js';
import { MeasureRegister } from './measure.register.js';
import { MeasureRepository } from './measure.repository.js';
import { SimilarMunicipality } from './similar-municipality.entity.js';
import { VintageQueries } from './vintage.queries.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Area,
      EvaluationFigure,
      MeasureDataset,
      MeasureSeries,
      MeasureValue,
      SimilarMunicipality,
    ]),
  ],
  providers: [
    ComparisonQueries,
    DatasetFiles,
    MeasureDatasetKeeper,
    MeasureDatasetQueries,
    MeasureDatasetRepository,
    MeasureDatasetRunner,
    MeasureDatasetService,
    MeasureQueries,
    MeasureRegister,
    MeasureRepository,
    VintageQueries,
    MeasureSources,
  ],
  exports: [
    ComparisonQueries,
    MeasureDatasetKeeper,
    MeasureDatasetQueries,
    MeasureDatasetRepository,
    MeasureDatasetRunner,
    MeasureDatasetService,
    MeasureQueries,
    MeasureRegister,
    VintageQueries,
  ],
})
export class MeasuresModule {}
