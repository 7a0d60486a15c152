import { Body, Controller, Delete, Get, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { OwnAccountService } from '#core/users';
import { RequirePermission } from '../http/access.js';
import { SESSION_COOKIE, type SignedInRequest } from '../http/access.guard.js';
import { Answers, AnswersNothing } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { PasswordChange } from './session.dto.js';
import { OwnSessionsView } from './session.view.js';

const tokenOf = ({ cookies }: SignedInRequest) => cookies[SESSION_COOKIE]!;

@ApiTags('session')
@Controller()
export class OwnAccountController {
  constructor(private readonly own: OwnAccountService) {}

  @Get('sessions')
  @RequirePermission('session.read')
  @Answers(OwnSessionsView)
  listOwnSessions(@CurrentActor() actor: Actor, @Req() request: SignedInRequest) {
    return this.own.listSessions(actor, tokenOf(request));
  }

  @Delete('sessions/:id')
  @RequirePermission('session.end')
  @AnswersNothing()
  endSession(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.own.endSession(actor, id);
  }

  /** All but the one in which it is asked. */
  @Delete('sessions')
  @RequirePermission('session.end')
  @AnswersNothing()
  endOtherSessions(@CurrentActor() actor: Actor, @Req() request: SignedInRequest) {
    return this.own.endOtherSessions(actor, tokenOf(request));
  }

  @Post('session/change-password')
  @RequirePermission('session.change-password')
  @AnswersNothing()
  changePassword(
    @CurrentActor() actor: Actor,
    @Req() request: SignedInRequest,
    @Body() body: PasswordChange,
  ) {
    return this.own.changePassword(actor, tokenOf(request), body);
  }
}
