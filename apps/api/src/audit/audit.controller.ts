import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { CaseTrailQueries } from '#core/exports';
import { AuditVerifier } from '#platform/audit';
import { RequirePermission } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { ListOf } from '../http/view-fields.js';
import { AuditList } from './audit.dto.js';
import { AuditEventView, AuditVerification } from './audit.view.js';

@ApiTags('audit')
@Controller()
export class AuditController {
  constructor(
    private readonly verifier: AuditVerifier,
    private readonly trail: CaseTrailQueries,
  ) {}

  @Get('audit-events')
  @RequirePermission('audit.read')
  @Answers(ListOf(AuditEventView))
  listAuditEvents(@CurrentActor() actor: Actor, @Query() query: AuditList) {
    return this.trail.list(actor, query, query);
  }

  @Get('audit/verification')
  @RequirePermission('audit.read')
  @Answers(AuditVerification)
  verify(@CurrentActor() actor: Actor) {
    return this.verifier.verify(actor);
  }
}
