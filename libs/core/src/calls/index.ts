export { STEPS } from '#domain/regulations/index';
export { CALL_STATUSES } from './call.queries.js';
export { Call } from './call.entity.js';
export { CallQueries } from './call.queries.js';
export { CallRepository } from './call.repository.js';
export { CallService, type NewCall } from './call.service.js';
export { CallsModule } from './calls.module.js';
