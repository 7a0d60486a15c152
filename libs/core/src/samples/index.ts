export { RISK_PARTS } from '#domain/samples/risk';
export { Sample } from './sample.entity.js';
export { SampleQueries } from './sample.queries.js';
export { SampleService } from './sample.service.js';
export { SamplesModule } from './samples.module.js';
