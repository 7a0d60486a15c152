export { assessmentRows, seriesOf } from './assessment-sql.js';
export { EligibilityRecomputation, RECOMPUTATION_CAUSES } from './eligibility-recomputation.entity.js';
export { EligibilityModule } from './eligibility.module.js';
export { EligibilityQueries, type EligibilityFilter } from './eligibility.queries.js';
export { EligibilityService } from './eligibility.service.js';
export { askWordings } from './wording-questions.js';
