import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { PaymentQueries, PaymentService } from '#core/payments';
import { RequirePermission } from '../http/access.js';
import { Action } from '../http/action.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { PaymentList } from './payment.dto.js';

@ApiTags('payments')
@Controller('payments')
export class PaymentController {
  constructor(
    private readonly payments: PaymentService,
    private readonly queries: PaymentQueries,
  ) {}

  @Get()
  @RequirePermission('payment.read')
  list(@CurrentActor() actor: Actor, @Query() query: PaymentList) {
    return this.queries.list(actor, query, query);
  }

  @Get(':id')
  @RequirePermission('payment.read')
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Action('payment.attest')
  attest(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.payments.attest(actor, id).then((payment) => this.queries.one(actor, payment.id));
  }
}
