import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import {
  CollectionService,
  RecoveryLedgerQueries,
  RecoveryQueries,
  RecoveryService,
  SetOffService,
} from '#core/recoveries';
import { RequirePermission } from '../http/access.js';
import { Action, Creation } from '../http/action.js';
import { Answers, AnswersOne } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { ListOf } from '../http/view-fields.js';
import { AsOf } from '../organisations/organisation.dto.js';
import {
  AnswerDto,
  ClaimDto,
  DecideRecoveryDto,
  NotifyDto,
  PlanDto,
  ReasonsDto,
  RecoveryList,
  RegisterPaymentDto,
  SetOffDto,
} from './recovery.dto.js';
import { RecoveryDetail, RecoveryItem, RecoveryLedger } from './recovery.view.js';

@ApiTags('recoveries')
@Controller()
export class RecoveryController {
  constructor(
    private readonly recoveries: RecoveryService,
    private readonly collection: CollectionService,
    private readonly setOffs: SetOffService,
    private readonly queries: RecoveryQueries,
    private readonly ledgers: RecoveryLedgerQueries,
  ) {}

  @Creation('recovery.consider', RecoveryDetail, { path: 'decisions/:id/recoveries' })
  consider(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: ClaimDto) {
    return created('recoveries', this.recoveries.consider(actor, id, body), (made) =>
      this.queries.one(actor, made),
    );
  }

  @Get('recoveries')
  @RequirePermission('recovery.read')
  @Answers(ListOf(RecoveryItem))
  list(@CurrentActor() actor: Actor, @Query() query: RecoveryList) {
    return this.queries.list(actor, query, query);
  }

  @Get('recoveries/:id')
  @RequirePermission('recovery.read')
  @AnswersOne(RecoveryDetail)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Get('recoveries/:id/ledger')
  @RequirePermission('recovery.read')
  @Answers(RecoveryLedger)
  ledger(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() { asOf }: AsOf) {
    return this.ledgers.ledger(actor, id, asOf);
  }

  @Action('recovery.notify', RecoveryDetail, 'recoveries')
  notify(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { answerBy }: NotifyDto) {
    return this.answered(actor, this.recoveries.notify(actor, id, answerBy));
  }

  @Action('recovery.answer', RecoveryDetail, 'recoveries')
  answer(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { text }: AnswerDto) {
    return this.answered(actor, this.recoveries.answer(actor, id, text));
  }

  @Action('recovery.drop', RecoveryDetail, 'recoveries')
  drop(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { reasons }: ReasonsDto) {
    return this.answered(actor, this.recoveries.drop(actor, id, reasons));
  }

  @Action('recovery.decide', RecoveryDetail, 'recoveries')
  decide(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: DecideRecoveryDto) {
    return this.answered(actor, this.recoveries.decide(actor, id, body));
  }

  @Action('recovery.plan', RecoveryDetail, 'recoveries')
  plan(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { instalments }: PlanDto) {
    return this.answered(actor, this.collection.plan(actor, id, instalments));
  }

  @Action('recovery.register-payment', RecoveryDetail, 'recoveries')
  registerPayment(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() body: RegisterPaymentDto) {
    return this.answered(actor, this.collection.registerPayment(actor, id, body));
  }

  @Action('recovery.set-off', RecoveryDetail, 'recoveries')
  setOff(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { amount }: SetOffDto) {
    return this.answered(actor, this.setOffs.setOff(actor, id, amount));
  }

  @Action('recovery.write-off', RecoveryDetail, 'recoveries')
  writeOff(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() { reasons }: ReasonsDto) {
    return this.answered(actor, this.collection.writeOff(actor, id, reasons));
  }

  private answered(actor: Actor, done: Promise<{ id: string }>) {
    return done.then(({ id }) => this.queries.one(actor, id));
  }
}
