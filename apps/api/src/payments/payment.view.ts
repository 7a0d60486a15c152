import { PAYMENT_STATUSES } from '#core/payments';
import {
  a,
  count,
  day,
  id,
  instant,
  kronor,
  many,
  maybe,
  oneOf,
  orNull,
  Shows,
  text,
  year,
} from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';

/** A payment wherever it is part of something else. */
export class PaymentRef {
  @Shows(id) id: string;
  @Shows(oneOf(PAYMENT_STATUSES)) status: (typeof PAYMENT_STATUSES)[number];
  @Shows(year) year: number;
  @Shows(count) instalment: number;
  @Shows(kronor) amount: number;
  @Shows(day) payOn: string;
}

/** What the payment waits for: a report (`reportId`, `dueOn`), a condition (`condition`, `motive`) or an officer (`reason`). */
class WithheldReason {
  @Shows(oneOf(['report', 'condition', 'officer'])) kind: string;
  @Shows(maybe(id)) reportId?: string;
  @Shows(maybe(day)) dueOn?: string;
  @Shows(maybe(count)) condition?: number;
  @Shows(maybe(text)) motive?: string;
  @Shows(maybe(text)) reason?: string;
}

/** What the bank says of a payment that it did not carry out, or gave back. `code` of ISO 20022's lists. */
export class BankReasonView {
  @Shows(orNull(text)) code: string | null;
  @Shows(orNull(text)) text: string | null;
}

export class PaymentView extends PaymentRef {
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(id) decisionId: string;
  @Shows(text) registryNumber: string;
  /** Set off against a recovery; `toPay` is what is sent. */
  @Shows(kronor) setOff: number;
  @Shows(kronor) toPay: number;
  @Shows(text) endToEndId: string;
  @Shows(orNull(id)) paymentFileId: string | null;
  @Shows(orNull(day)) executedOn: string | null;
  @Shows(orNull(a(BankReasonView))) bounce: BankReasonView | null;
  /** The payment that bounced and that this one is sent instead of, and the other way round. */
  @Shows(orNull(id)) replaces: string | null;
  @Shows(orNull(id)) replacedBy: string | null;
  @Shows(orNull(a(WithheldReason))) withheldReason: WithheldReason | null;
  @Shows(orNull(id)) attestedBy: string | null;
  @Shows(orNull(instant)) attestedAt: string | null;
  @Shows(many(text)) actions: string[];
}
