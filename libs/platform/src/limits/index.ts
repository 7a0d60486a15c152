export { AttemptLimits, type AttemptLimit, type Counted } from './attempt-limits.js';
export { LimitsModule } from './limits.module.js';
export { networkOf, shortened } from './network.js';
export { RequestLimits } from './request-limits.js';
export { Turns } from './turns.js';
