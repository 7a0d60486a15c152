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

/** The report that the payment waits for. */
class WithheldReason {
  @Shows(id) reportId: string;
  @Shows(day) dueOn: string;
}

export class PaymentView extends PaymentRef {
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(id) decisionId: string;
  @Shows(orNull(a(WithheldReason))) withheldReason: WithheldReason | null;
  @Shows(orNull(id)) attestedBy: string | null;
  @Shows(orNull(instant)) attestedAt: string | null;
  @Shows(many(text)) actions: string[];
}
