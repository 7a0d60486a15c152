import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { OwnAccountService, type Session } from '#core/users';
import { RequirePermission } from '../http/access.js';
import { Answers, AnswersNothing } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { CurrentSession } from '../http/current-session.js';
import { IdParam } from '../http/id.param.js';
import { PasswordChange } from './session.dto.js';
import { OwnSessionsView } from './session.view.js';

@ApiTags('session')
@Controller()
export class OwnAccountController {
  constructor(private readonly own: OwnAccountService) {}

  @Get('sessions')
  @RequirePermission('session.read')
  @Answers(OwnSessionsView)
  listOwnSessions(@CurrentActor() actor: Actor, @CurrentSession() { token }: Session) {
    return this.own.listSessions(actor, token);
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
  endOtherSessions(@CurrentActor() actor: Actor, @CurrentSession() { token }: Session) {
    return this.own.endOtherSessions(actor, token);
  }

  @Post('session/change-password')
  @RequirePermission('session.change-password')
  @AnswersNothing()
  changePassword(
    @CurrentActor() actor: Actor,
    @CurrentSession() { token }: Session,
    @Body() body: PasswordChange,
  ) {
    return this.own.changePassword(actor, token, body);
  }
}
