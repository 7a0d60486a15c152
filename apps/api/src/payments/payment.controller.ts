import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { PaymentQueries, PaymentService } from '#core/payments';
import { RequirePermission } from '../http/access.js';
import { Action } from '../http/action.js';
import { Answers, AnswersOne } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { ListOf } from '../http/view-fields.js';
import { PaymentList, PaymentReasonDto } from './payment.dto.js';
import { PaymentView } from './payment.view.js';

@ApiTags('payments')
@Controller('payments')
export class PaymentController {
  constructor(
    private readonly payments: PaymentService,
    private readonly queries: PaymentQueries,
  ) {}

  @Get()
  @RequirePermission('payment.read')
  @Answers(ListOf(PaymentView))
  list(@CurrentActor() actor: Actor, @Query() query: PaymentList) {
    return this.queries.list(actor, query, query);
  }

  @Get(':id')
  @RequirePermission('payment.read')
  @AnswersOne(PaymentView)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Action('payment.attest', PaymentView)
  attest(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.payments.attest(actor, id));
  }

  @Action('payment.withhold', PaymentView)
  withhold(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { reason }: PaymentReasonDto) {
    return this.answer(actor, this.payments.withhold(actor, id, reason));
  }

  @Action('payment.release', PaymentView)
  release(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { reason }: PaymentReasonDto) {
    return this.answer(actor, this.payments.release(actor, id, reason));
  }

  /** Answers the payment that is sent instead. */
  @Action('payment.replan', PaymentView)
  replan(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.answer(actor, this.payments.replan(actor, id));
  }

  private answer(actor: Actor, done: Promise<{ id: string }>) {
    return done.then(({ id }) => this.queries.one(actor, id));
  }
}
