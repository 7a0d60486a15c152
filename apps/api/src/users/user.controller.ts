import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { SecondFactorService } from '#core/second-factor';
import { AccountService, PersonalDataService, UserQueries } from '#core/users';
import { Public, RequirePermission } from '../http/access.js';
import { Action, Creation } from '../http/action.js';
import { Answers, AnswersNothing, AnswersOne } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { DemandsIfMatch, IfMatch } from '../http/if-match.js';
import { ListOf } from '../http/view-fields.js';
import { FirstPasswordDto, NewUserDto, ReasonDto, UserEdit, UserList } from './user.dto.js';
import { InvitationView, PersonalDataView, UserView } from './user.view.js';

@ApiTags('users')
@Controller()
export class UserController {
  constructor(
    private readonly accounts: AccountService,
    private readonly queries: UserQueries,
    private readonly secondFactors: SecondFactorService,
    private readonly personalData: PersonalDataService,
  ) {}

  @Get('users')
  @RequirePermission('user.read')
  @Answers(ListOf(UserView))
  list(@CurrentActor() actor: Actor, @Query() query: UserList) {
    return this.queries.list(actor, query, query);
  }

  @Get('users/:id')
  @RequirePermission('user.read')
  @AnswersOne(UserView)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Creation('user.create', UserView, { path: 'users' })
  create(@CurrentActor() actor: Actor, @Body() body: NewUserDto) {
    return created('users', this.accounts.create(actor, body), (id) => this.queries.one(actor, id));
  }

  @Patch('users/:id')
  @DemandsIfMatch()
  @RequirePermission('user.edit')
  @AnswersOne(UserView)
  edit(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() body: UserEdit,
  ) {
    return this.accounts.edit(actor, id, version, body).then(() => this.queries.one(actor, id));
  }

  /** Without `Idempotency-Key`: an answer that is kept would keep the token. */
  @Post('users/:id/invite')
  @RequirePermission('user.invite')
  @Answers(InvitationView)
  invite(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.accounts.invite(actor, id);
  }

  /** Without `Idempotency-Key`, as inviting. */
  @Post('users/:id/reset-password')
  @RequirePermission('user.reset-password')
  @Answers(InvitationView)
  resetPassword(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.accounts.resetPassword(actor, id);
  }

  @Action('user.reset-second-factor', UserView, 'users')
  resetSecondFactor(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { reason }: ReasonDto) {
    return this.secondFactors.reset(actor, id, reason).then(() => this.queries.one(actor, id));
  }

  /** A `POST`, as it leaves an event; without `Idempotency-Key`, as inviting. */
  @Post('users/:id/extract-personal-data')
  @RequirePermission('user.extract-personal-data')
  @Answers(PersonalDataView)
  extractPersonalData(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { reason }: ReasonDto) {
    return this.personalData.extract(actor, id, reason);
  }

  @Action('user.anonymise', UserView, 'users')
  anonymise(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { reason }: ReasonDto) {
    return this.personalData.anonymise(actor, id, reason).then(() => this.queries.one(actor, id));
  }

  @Post('public/invitations/accept')
  @Public('who is invited has no password to sign in with yet')
  @AnswersNothing()
  acceptInvitation(@Body() { token, password }: FirstPasswordDto) {
    return this.accounts.acceptToken('invitation', token, password);
  }

  @Post('public/password-resets/accept')
  @Public('who has forgotten the password cannot sign in with it')
  @AnswersNothing()
  acceptPasswordReset(@Body() { token, password }: FirstPasswordDto) {
    return this.accounts.acceptToken('reset', token, password);
  }
}
