import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { PaymentFileQueries, PaymentFileService, SettlementService } from '#core/payment-files';
import { RequirePermission } from '../http/access.js';
import { Creation } from '../http/action.js';
import { Answers, AnswersOne } from '../http/answers.js';
import { created } from '../http/created.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { ListOf } from '../http/view-fields.js';
import { AnswersXml, TakesXml, UploadedXml, xmlFile } from '../http/xml.js';
import { PaymentFileList, PaymentFileOrderDto, SettlementParam } from './payment-file.dto.js';
import { PaymentFileDetail, PaymentFileItem, BankAnswerView } from './payment-file.view.js';

@ApiTags('payment-files')
@Controller('payment-files')
export class PaymentFileController {
  constructor(
    private readonly files: PaymentFileService,
    private readonly settlements: SettlementService,
    private readonly queries: PaymentFileQueries,
  ) {}

  @Get()
  @RequirePermission('paymentFile.read')
  @Answers(ListOf(PaymentFileItem))
  list(@CurrentActor() actor: Actor, @Query() query: PaymentFileList) {
    return this.queries.list(actor, query, query);
  }

  @Creation('paymentFile.create', PaymentFileDetail, { status: 202 })
  order(@CurrentActor() actor: Actor, @Body() { paymentIds }: PaymentFileOrderDto) {
    return created('payment-files', this.files.order(actor, paymentIds), (id) => this.queries.one(actor, id));
  }

  @Get(':id.xml')
  @RequirePermission('paymentFile.read')
  @AnswersXml()
  downloadPaymentFile(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return xmlFile(this.files.open(actor, id));
  }

  @Get(':id')
  @RequirePermission('paymentFile.read')
  @AnswersOne(PaymentFileDetail)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.queries.one(actor, id);
  }

  @Creation('paymentFile.register-settlement', BankAnswerView, { path: ':id/settlements' })
  @TakesXml()
  registerSettlement(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @UploadedXml() content: Buffer) {
    return created(
      `payment-files/${id}/settlements`,
      this.settlements.register(actor, id, content),
      (settlement) => this.queries.settlement(actor, id, settlement),
    );
  }

  @Get(':id/settlements/:settlementId')
  @RequirePermission('paymentFile.read')
  @AnswersOne(BankAnswerView)
  getSettlement(@CurrentActor() actor: Actor, @Param() { id, settlementId }: SettlementParam) {
    return this.queries.settlement(actor, id, settlementId);
  }
}
