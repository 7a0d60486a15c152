export { Idempotency, type IdempotentRequest } from './idempotency.js';
export { IdempotencyModule } from './idempotency.module.js';
