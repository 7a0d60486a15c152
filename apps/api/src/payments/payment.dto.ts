import { PAYMENT_STATUSES } from '#core/payments';
import { Id, OneOf, QueryNumber, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

export class PaymentList extends PageQuery {
  @OneOf(PAYMENT_STATUSES, { optional: true }) status?: (typeof PAYMENT_STATUSES)[number];
  @QueryNumber(2000, 2100) year?: number;
  @Id({ optional: true }) organisationId?: string;
  @Id({ optional: true }) decisionId?: string;
}

export class PaymentReasonDto {
  @Text({ min: 1, max: 1_000 }) reason: string;
}
