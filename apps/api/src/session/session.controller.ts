import { Body, Controller, Delete, Get, Post, Req, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SessionService, type VerifiedUser } from '#core/users';
import { Public, RequirePermission } from '../http/access.js';
import { Answers, AnswersNothing } from '../http/answers.js';
import type { SignedInRequest } from '../http/session-token.js';
import { clientOf } from './client-of.js';
import { PasswordGuard } from './password.guard.js';
import { SessionCookie } from './session-cookie.interceptor.js';
import { Credentials } from './session.dto.js';
import { SessionView } from './session.view.js';

@ApiTags('session')
@Controller('session')
@UseInterceptors(SessionCookie)
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  @Post()
  @UseGuards(PasswordGuard)
  @Public('signing in')
  @Answers(SessionView, { with: ['setCookie'] })
  async signIn(@Req() request: SignedInRequest & { user: VerifiedUser }, @Body() _credentials: Credentials) {
    return {
      user: request.user,
      token: await this.sessions.open(request.user, clientOf(request), request.sessionToken),
      device: request.user,
    };
  }

  @Get()
  @RequirePermission('session.read')
  @Answers(SessionView)
  getSession(@Req() request: SignedInRequest) {
    return { user: request.signedIn };
  }

  @Delete()
  @Public('signing out must work with a session that has ended')
  @AnswersNothing()
  async signOut(@Req() request: SignedInRequest) {
    return this.sessions.close(request.sessionToken ?? '').then(() => ({ token: null }));
  }
}
