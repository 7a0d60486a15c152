export { Audit, type AuditActor } from './audit.js';
export { existedBy, happenedBy, statusAsOf } from './as-of.js';
export { AuditModule } from './audit.module.js';
export { AuditQueries, type AuditFilter, type AuditVerification } from './audit.queries.js';
