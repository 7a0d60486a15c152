import { NOTICE_KINDS, PAYMENT_FILE_STATUSES, SETTLEMENT_OUTCOMES } from '#core/payment-files';
import { PAYMENT_STATUSES } from '#core/payments';
import {
  a,
  count,
  day,
  id,
  instant,
  kronor,
  many,
  oneOf,
  orNull,
  sha256,
  Shows,
  text,
} from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';
import { AccountNumber } from '../payee-accounts/payee-account.view.js';
import { BankReasonView } from '../payments/payment.view.js';

/** How many of the file's payments stand where. */
class PaymentCounts {
  @Shows(count) attested: number;
  @Shows(count) sent: number;
  @Shows(count) executed: number;
  @Shows(count) bounced: number;
}

/** What is known of the content stands when it is made. */
export class PaymentFileItem {
  @Shows(id) id: string;
  @Shows(oneOf(PAYMENT_FILE_STATUSES)) status: (typeof PAYMENT_FILE_STATUSES)[number];
  @Shows(text) messageId: string;
  @Shows(count) paymentCount: number;
  @Shows(kronor) controlSum: number;
  @Shows(id) requestedBy: string;
  @Shows(instant) requestedAt: string;
  @Shows(orNull(instant)) madeAt: string | null;
  @Shows(orNull(sha256)) sha256: string | null;
  @Shows(orNull(count)) size: number | null;
  @Shows(a(PaymentCounts)) payments: PaymentCounts;
  @Shows(many(text)) actions: string[];
}

class PaymentFileLineView {
  @Shows(count) number: number;
  @Shows(id) paymentId: string;
  @Shows(text) endToEndId: string;
  @Shows(oneOf(PAYMENT_STATUSES)) status: (typeof PAYMENT_STATUSES)[number];
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(kronor) amount: number;
  @Shows(day) executeOn: string;
  @Shows(a(AccountNumber)) account: AccountNumber;
  @Shows(orNull(day)) executedOn: string | null;
  @Shows(orNull(a(BankReasonView))) bounce: BankReasonView | null;
}

/** `outcomes`: how many rows came to what. */
export class BankAnswerItem {
  @Shows(id) id: string;
  @Shows(id) paymentFileId: string;
  @Shows(oneOf(NOTICE_KINDS)) kind: (typeof NOTICE_KINDS)[number];
  @Shows(orNull(text)) messageId: string | null;
  @Shows(sha256) sha256: string;
  @Shows(id) uploadedBy: string;
  @Shows(instant) uploadedAt: string;
  @Shows({ type: 'object', additionalProperties: { type: 'integer', minimum: 1 } })
  outcomes: Record<string, number>;
}

/** `amount` as it stands in the notice; `expected` is what was sent, `null` where the payment is not known. */
class BankAnswerRowView {
  @Shows(count) number: number;
  @Shows(orNull(text)) endToEndId: string | null;
  @Shows(orNull(id)) paymentId: string | null;
  @Shows(oneOf(SETTLEMENT_OUTCOMES)) outcome: (typeof SETTLEMENT_OUTCOMES)[number];
  @Shows(orNull(text)) amount: string | null;
  @Shows(orNull(text)) currency: string | null;
  @Shows(orNull(kronor)) expected: number | null;
  @Shows(orNull(day)) on: string | null;
  @Shows(orNull(a(BankReasonView))) reason: BankReasonView | null;
}

export class BankAnswerView extends BankAnswerItem {
  @Shows(many(BankAnswerRowView)) rows: BankAnswerRowView[];
}

export class PaymentFileDetail extends PaymentFileItem {
  @Shows(many(PaymentFileLineView)) lines: PaymentFileLineView[];
  @Shows(many(BankAnswerItem)) settlements: BankAnswerItem[];
}
