import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { PayeeAccountQueries, PayeeAccountService } from '#core/payee-accounts';
import { RequirePermission } from '../http/access.js';
import { Action, Creation } from '../http/action.js';
import { Answers, AnswersOne } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { ListOf } from '../http/view-fields.js';
import { PayeeAccountDto, PayeeAccountList, PayeeAccountNoteDto } from './payee-account.dto.js';
import { PayeeAccountView } from './payee-account.view.js';

@ApiTags('payee-accounts')
@Controller('payee-accounts')
export class PayeeAccountController {
  constructor(
    private readonly accounts: PayeeAccountService,
    private readonly queries: PayeeAccountQueries,
  ) {}

  @Get()
  @RequirePermission('payeeAccount.read')
  @Answers(ListOf(PayeeAccountView))
  list(@CurrentActor() actor: Actor, @Query() query: PayeeAccountList) {
    return this.queries.list(actor, query, query);
  }

  @Get(':id')
  @RequirePermission('payeeAccount.read')
  @AnswersOne(PayeeAccountView)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Creation('payeeAccount.create', PayeeAccountView)
  propose(@CurrentActor() actor: Actor, @Body() body: PayeeAccountDto) {
    return created('payee-accounts', this.accounts.propose(actor, body), (id) => this.queries.one(actor, id));
  }

  @Action('payeeAccount.approve', PayeeAccountView)
  approve(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.accounts.approve(actor, id));
  }

  @Action('payeeAccount.reject', PayeeAccountView)
  reject(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { note }: PayeeAccountNoteDto) {
    return this.answer(actor, this.accounts.reject(actor, id, note));
  }

  @Action('payeeAccount.withdraw', PayeeAccountView)
  withdraw(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.accounts.withdraw(actor, id));
  }

  @Action('payeeAccount.stop', PayeeAccountView)
  stop(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { note }: PayeeAccountNoteDto) {
    return this.answer(actor, this.accounts.stop(actor, id, note));
  }

  private answer(actor: Actor, done: Promise<{ id: string }>) {
    return done.then(({ id }) => this.queries.one(actor, id));
  }
}
