export { Area } from './area.entity.js';
export { MeasureDataset } from './measure-dataset.entity.js';
export { MeasureValue } from './measure-value.entity.js';
export { MeasureQueries } from './measure.queries.js';
export { MeasureRepository } from './measure.repository.js';
export { MEASURE_DATASET_ACCEPTED } from './measure-topics.js';
export { MeasuresModule } from './measures.module.js';
