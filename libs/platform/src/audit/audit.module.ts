import { Global, Module } from '@nestjs/common';
import { Audit } from './audit.js';
import { AuditQueries } from './audit.queries.js';
import { AuditSealer } from './audit.sealer.js';
import { AuditVerifier } from './audit.verifier.js';
import { SealKeys } from './seal-keys.js';
import { SealRepository } from './seal.repository.js';

@Global()
@Module({
  providers: [Audit, AuditQueries, AuditSealer, AuditVerifier, SealKeys, SealRepository],
  exports: [Audit, AuditQueries, AuditSealer, AuditVerifier, SealKeys],
})
export class AuditModule {}
