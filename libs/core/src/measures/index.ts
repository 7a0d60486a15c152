export { DATASET_CHANGES } from '#domain/measures/dataset-change';
export { Area } from './area.entity.js';
export { ComparisonQueries, NEAREST } from './comparison.queries.js';
export { EvaluationFigure } from './evaluation-figure.entity.js';
export type { Question } from './fetch/question.js';
export { IMPORT_FORMATS, type ImportFormat } from './import/import-row.js';
export { MeasureDataset } from './measure-dataset.entity.js';
export { MeasureDatasetKeeper } from './measure-dataset.keeper.js';
export {
  MEASURE_DATASET_STATUSES,
  MeasureDatasetQueries,
  type ChangeFilter,
  type DatasetFilter,
} from './measure-dataset.queries.js';
export { MeasureDatasetRepository } from './measure-dataset.repository.js';
export { MeasureDatasetRunner } from './measure-dataset.runner.js';
export {
  MEASURE_DATASET_RECEIVED,
  MeasureDatasetService,
  type DatasetDetails,
  type ReceivedFile,
} from './measure-dataset.service.js';
export { MeasureValue } from './measure-value.entity.js';
export { MeasureQueries, type SeriesUsed } from './measure.queries.js';
export { MeasureRegister } from './measure.register.js';
export type { DatasetContent } from './measure.repository.js';
export { MEASURE_DATASET_ACCEPTED } from './measure-topics.js';
export { MeasuresModule } from './measures.module.js';
export {
  answeringSeries,
  jointQuality,
  latestFirst,
  loadedBy,
  municipalityValues,
  scales,
  zScore,
} from './series-sql.js';
export { SimilarMunicipality } from './similar-municipality.entity.js';
export { VintageQueries, type Vintage } from './vintage.queries.js';
