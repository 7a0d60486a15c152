import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { AuditQueries, type AuditFilter } from '#platform/audit';
import type { JsonText, PageRequest } from '#platform/database';
import { caseSubjects } from './case-bundle.export.js';

export interface CaseTrailFilter extends AuditFilter {
  applicationId?: string;
}

/** The trail, and what of it is of one case: the same chains as in the bundle of the case. */
@Injectable()
export class CaseTrailQueries {
  constructor(private readonly audit: AuditQueries) {}

  list(actor: Actor, { applicationId, ...filter }: CaseTrailFilter, request: PageRequest): Promise<JsonText> {
    return this.audit.list(actor, filter, request, applicationId ? caseSubjects(applicationId) : undefined);
  }
}
