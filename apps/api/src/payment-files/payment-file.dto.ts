import { MAX_LINES, PAYMENT_FILE_STATUSES } from '#core/payment-files';
import { Id, Ids, OneOf } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

export class PaymentFileOrderDto {
  @Ids({ min: 1, max: MAX_LINES }) paymentIds: string[];
}

export class PaymentFileList extends PageQuery {
  @OneOf(PAYMENT_FILE_STATUSES, { optional: true }) status?: (typeof PAYMENT_FILE_STATUSES)[number];
}

export class SettlementParam {
  @Id() id: string;
  @Id() settlementId: string;
}
