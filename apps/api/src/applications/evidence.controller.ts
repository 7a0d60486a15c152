import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { EvidenceService } from '#core/applications';
import { RequirePermission } from '../http/access.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';

/** What the rules say of an application: now, at its submission, and again. */
@ApiTags('applications')
@Controller('applications')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Get(':id/checks')
  @RequirePermission('application.read')
  checks(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.evidence.check(actor, id);
  }

  @Get(':id/evidence')
  @RequirePermission('application.read')
  recorded(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.evidence.recorded(actor, id);
  }

  @Post(':id/evidence/replay')
  @HttpCode(200)
  @RequirePermission('application.replay')
  replay(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.evidence.replay(actor, id);
  }
}
