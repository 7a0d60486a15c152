import { LETTER_KINDS, LETTER_STATUSES } from '#core/documents';
import { LANGUAGES, type Language } from '#text';
import { Sha256 } from '../http/checksum-field.js';
import { Id, OneOf, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

export class LetterList extends PageQuery {
  @OneOf(LETTER_STATUSES, { optional: true }) status?: (typeof LETTER_STATUSES)[number];
  @OneOf(LETTER_KINDS, { optional: true }) kind?: (typeof LETTER_KINDS)[number];
  @Id({ optional: true }) applicationId?: string;
  @Id({ optional: true }) organisationId?: string;
}

/** Any number is asked about: one that nobody has is answered as a checksum of another file is. */
export class RegistryNumberParam {
  @Text({ min: 1, max: 40 }) registryNumber: string;
}

export class Verification {
  @Sha256() sha256: string;
}

export class FormQuery {
  @OneOf(LANGUAGES, { optional: true }) language: Language = 'sv';
}
