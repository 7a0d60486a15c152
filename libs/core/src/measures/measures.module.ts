import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Area } from './area.entity.js';
import { ComparisonQueries } from './comparison.queries.js';
import { MeasureDataset } from './measure-dataset.entity.js';
import { MeasureSeries } from './measure-series.entity.js';
import { MeasureValue } from './measure-value.entity.js';
import { MeasureQueries } from './measure.queries.js';
import { MeasureRepository } from './measure.repository.js';
import { SimilarMunicipality } from './similar-municipality.entity.js';
import { SimilarMunicipalityRepository } from './similar-municipality.repository.js';
import { VintageQueries } from './vintage.queries.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Area, MeasureDataset, MeasureSeries, MeasureValue, SimilarMunicipality]),
  ],
  providers: [
    ComparisonQueries,
    MeasureQueries,
    MeasureRepository,
    SimilarMunicipalityRepository,
    VintageQueries,
  ],
  exports: [
    ComparisonQueries,
    MeasureQueries,
    MeasureRepository,
    SimilarMunicipalityRepository,
    VintageQueries,
  ],
})
export class MeasuresModule {}
