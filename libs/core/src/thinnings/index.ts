export { MATERIALS, RETENTION_GROUNDS } from '#domain/retention/retention';
export { ThinningKeeper } from './thinning.keeper.js';
export { THINNING_STATUSES, ThinningQueries, type ThinningFilter } from './thinning.queries.js';
export { THINNING_APPROVED, ThinningService } from './thinning.service.js';
export { ThinningsModule } from './thinnings.module.js';
