import { ACCOUNT_KINDS, PAYEE_ACCOUNT_STATUSES } from '#core/payee-accounts';
import { Id, OneOf, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

export class PayeeAccountDto {
  @OneOf(ACCOUNT_KINDS) kind: (typeof ACCOUNT_KINDS)[number];
  /** Blanks and hyphens are left out. */
  @Text({ min: 1, max: 50 }) number: string;
  @Text({ min: 1, max: 20, optional: true, nullable: true }) bic: string | null = null;
  @Text({ min: 1, max: 1_000 }) reason: string;
}

export class PayeeAccountNoteDto {
  @Text({ min: 1, max: 1_000 }) note: string;
}

export class PayeeAccountList extends PageQuery {
  @OneOf(PAYEE_ACCOUNT_STATUSES, { optional: true }) status?: (typeof PAYEE_ACCOUNT_STATUSES)[number];
  @Id({ optional: true }) organisationId?: string;
}
