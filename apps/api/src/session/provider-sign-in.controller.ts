import { Body, Controller, Post, Req, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ProviderSignInService } from '#core/identity-providers';
import { Public } from '../http/access.js';
import { Answers } from '../http/answers.js';
import type { SignedInRequest } from '../http/session-token.js';
import { AttemptCookie, type AttemptRequest } from './attempt-cookie.interceptor.js';
import { clientOf } from './client-of.js';
import { SessionCookie } from './session-cookie.interceptor.js';
import { ProviderAnswerDto, ProviderChoiceDto } from './session.dto.js';
import { ProviderAddressView, SessionView } from './session.view.js';

/** By the word of an identity provider: the page goes to the address, comes back, and hands in the answer as it was. */
@ApiTags('session')
@Controller('public/sign-in')
export class ProviderSignInController {
  constructor(private readonly signIn: ProviderSignInService) {}

  @Post()
  @Public('signing in')
  @UseInterceptors(AttemptCookie)
  @Answers(ProviderAddressView, { with: ['setCookie'] })
  beginSignIn(@Body() { provider }: ProviderChoiceDto) {
    return this.signIn.begin(provider);
  }

  @Post('finish')
  @Public('signing in')
  @UseInterceptors(AttemptCookie, SessionCookie)
  @Answers(SessionView, { with: ['setCookie'] })
  finishSignIn(@Req() request: SignedInRequest & AttemptRequest, @Body() { answer }: ProviderAnswerDto) {
    return this.signIn.finish(
      { attempt: request.signInAttempt ?? '', answer },
      clientOf(request),
      request.sessionToken,
    );
  }
}
