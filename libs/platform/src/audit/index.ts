export { Audit, type AuditActor, type AuditData, type AuditEntry } from './audit.js';
export { existedBy, happenedBy, statusAsOf } from './as-of.js';
export { AuditModule } from './audit.module.js';
export { AuditQueries, type AuditFilter } from './audit.queries.js';
export { AuditSealer } from './audit.sealer.js';
export { AuditVerifier, AUDIT_FAULTS, type AuditVerification } from './audit.verifier.js';
export { SEALS } from './seal.js';
export { SealKeys, type SealKey } from './seal-keys.js';
