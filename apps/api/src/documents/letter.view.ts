import { LETTER_KINDS, LETTER_STATUSES } from '#core/documents';
import { DECISION_STATUSES } from '#core/decisions';
import {
  a,
  count,
  day,
  flag,
  id,
  instant,
  many,
  oneOf,
  open,
  orNull,
  sha256,
  Shows,
  text,
} from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';

/** What is known of the file stands when it is sealed. `blocks`: the versions of the building blocks that it is made from. */
export class LetterItem {
  @Shows(id) id: string;
  @Shows(oneOf(LETTER_STATUSES)) status: (typeof LETTER_STATUSES)[number];
  @Shows(oneOf(LETTER_KINDS)) kind: (typeof LETTER_KINDS)[number];
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(id) applicationId: string;
  @Shows(text) registryNumber: string;
  @Shows(orNull(id)) decisionId: string | null;
  @Shows(orNull(id)) recoveryId: string | null;
  @Shows(instant) orderedAt: string;
  @Shows(orNull(instant)) sealedAt: string | null;
  @Shows(orNull(sha256)) sha256: string | null;
  @Shows(orNull(count)) size: number | null;
  @Shows(many(text)) blocks: string[];
}

/** `document`: what stands in it, in its order. */
export class LetterDetail extends LetterItem {
  @Shows(orNull(open)) document: object | null;
}

/** `kind` to `decisionStatus` are `null` unless it is verified; the last tells whether what was decided still holds. */
export class VerificationView {
  @Shows(text) registryNumber: string;
  @Shows(sha256) sha256: string;
  @Shows(flag) verified: boolean;
  @Shows(orNull(oneOf(LETTER_KINDS))) kind: (typeof LETTER_KINDS)[number] | null;
  @Shows(orNull(day)) day: string | null;
  @Shows(orNull(instant)) sealedAt: string | null;
  @Shows(orNull(oneOf(DECISION_STATUSES))) decisionStatus: (typeof DECISION_STATUSES)[number] | null;
}
