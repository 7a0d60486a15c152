import { ACCOUNT_KINDS, PAYEE_ACCOUNT_STATUSES } from '#core/payee-accounts';
import { a, day, flag, id, instant, many, oneOf, orNull, Shows, text } from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';

type Kind = (typeof ACCOUNT_KINDS)[number];

/** An account as it stands in a file to the bank. */
export class AccountNumber {
  @Shows(oneOf(ACCOUNT_KINDS)) kind: Kind;
  @Shows(text) number: string;
  @Shows(orNull(text)) bic: string | null;
}

/** `usableFrom` is the first day on which money is sent to it; `isInUse` says that it is the one used today. */
export class PayeeAccountView extends AccountNumber {
  @Shows(id) id: string;
  @Shows(oneOf(PAYEE_ACCOUNT_STATUSES)) status: (typeof PAYEE_ACCOUNT_STATUSES)[number];
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(text) reason: string;
  @Shows(id) proposedBy: string;
  @Shows(instant) proposedAt: string;
  @Shows(orNull(id)) approvedBy: string | null;
  @Shows(orNull(instant)) approvedAt: string | null;
  @Shows(orNull(day)) usableFrom: string | null;
  @Shows(flag) isInUse: boolean;
  @Shows(orNull(text)) note: string | null;
  @Shows(many(text)) actions: string[];
}
