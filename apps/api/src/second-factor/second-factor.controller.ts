import { Body, Controller, Delete, Get, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { ProofService, SecondFactorQueries, SecondFactorService } from '#core/second-factor';
import type { Session } from '#core/users';
import { RequirePermission } from '../http/access.js';
import { Answers, AnswersNothing } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { CurrentSession } from '../http/current-session.js';
import { IdParam } from '../http/id.param.js';
import { SessionCookie } from '../session/session-cookie.interceptor.js';
import { SessionView } from '../session/session.view.js';
import { CodeDto, NewPasskeyDto, NewTotpDto, PasskeyDto } from './second-factor.dto.js';
import {
  AddedFactorView,
  PasskeyOptionsView,
  PasskeyRequestView,
  RecoveryCodesView,
  SecondFactorView,
  TotpView,
} from './second-factor.view.js';

/** Nothing here takes an `Idempotency-Key`: an answer that is kept would keep the secret in it. */
@ApiTags('second-factor')
@Controller('second-factor')
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactorService,
    private readonly proof: ProofService,
    private readonly queries: SecondFactorQueries,
  ) {}

  @Get()
  @RequirePermission('secondFactor.read')
  @Answers(SecondFactorView)
  getSecondFactor(@CurrentActor() actor: Actor) {
    return this.queries.one(actor);
  }

  @Post('prove')
  @RequirePermission('secondFactor.prove')
  @UseInterceptors(SessionCookie)
  @Answers(SessionView, { with: ['setCookie'] })
  proveByCode(@CurrentActor() actor: Actor, @CurrentSession() session: Session, @Body() { code }: CodeDto) {
    return this.proof.proveByCode(actor, session, code);
  }

  @Post('passkey-challenge')
  @RequirePermission('secondFactor.prove')
  @Answers(PasskeyRequestView)
  askForPasskey(@CurrentSession() session: Session) {
    return this.proof.askForPasskey(session);
  }

  @Post('prove-by-passkey')
  @RequirePermission('secondFactor.prove')
  @UseInterceptors(SessionCookie)
  @Answers(SessionView, { with: ['setCookie'] })
  proveByPasskey(
    @CurrentActor() actor: Actor,
    @CurrentSession() session: Session,
    @Body() { passkey }: PasskeyDto,
  ) {
    return this.proof.proveByPasskey(actor, session, passkey);
  }

  @Post('totp')
  @RequirePermission('secondFactor.enrol')
  @Answers(TotpView)
  askForTotp(@CurrentSession() session: Session) {
    return this.factors.askForTotp(session);
  }

  @Post('totp/confirm')
  @RequirePermission('secondFactor.enrol')
  @Answers(AddedFactorView)
  addTotp(@CurrentActor() actor: Actor, @CurrentSession() session: Session, @Body() body: NewTotpDto) {
    return this.factors.addTotp(actor, session, body);
  }

  @Post('passkeys')
  @RequirePermission('secondFactor.enrol')
  @Answers(PasskeyOptionsView)
  askForNewPasskey(@CurrentSession() session: Session) {
    return this.factors.askForPasskey(session);
  }

  @Post('passkeys/confirm')
  @RequirePermission('secondFactor.enrol')
  @Answers(AddedFactorView)
  addPasskey(@CurrentActor() actor: Actor, @CurrentSession() session: Session, @Body() body: NewPasskeyDto) {
    return this.factors.addPasskey(actor, session, body);
  }

  @Delete('factors/:id')
  @RequirePermission('secondFactor.remove')
  @AnswersNothing()
  removeFactor(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.factors.remove(actor, id);
  }

  @Post('recovery-codes')
  @RequirePermission('secondFactor.renew-recovery-codes')
  @Answers(RecoveryCodesView)
  renewRecoveryCodes(@CurrentActor() actor: Actor) {
    return this.factors.renewRecoveryCodes(actor);
  }
}
