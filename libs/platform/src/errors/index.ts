export {
  Conflict,
  DomainError,
  Forbidden,
  IllegalTransition,
  Invalid,
  NotFound,
  RuleViolated,
  Stale,
  type ErrorCode,
  type Problem,
} from './domain-error.js';
export { refuseIf } from './refuse-if.js';
