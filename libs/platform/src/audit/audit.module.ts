import { Global, Module } from '@nestjs/common';
import { Audit } from './audit.js';
import { AuditQueries } from './audit.queries.js';

@Global()
@Module({ providers: [Audit, AuditQueries], exports: [Audit, AuditQueries] })
export class AuditModule {}
