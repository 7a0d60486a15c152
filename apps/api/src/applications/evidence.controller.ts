import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { EvidenceService } from '#core/applications';
import { RequirePermission } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { Checks, EvidenceView, Replay } from './evidence.view.js';

/** What the rules say of an application: now, at its submission, and again. */
@ApiTags('applications')
@Controller('applications')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Get(':id/checks')
  @RequirePermission('application.read')
  @Answers(Checks)
  checkApplication(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.evidence.check(actor, id);
  }

  @Get(':id/evidence')
  @RequirePermission('application.read')
  @Answers(EvidenceView)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.evidence.recorded(actor, id);
  }

  @Post(':id/evidence/replay')
  @RequirePermission('application.replay')
  @Answers(Replay)
  replay(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.evidence.replay(actor, id);
  }
}
