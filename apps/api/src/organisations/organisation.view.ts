import { RECIPIENT_KINDS } from '#core/vocabulary';
import { VERDICTS } from '../http/finding.view.js';
import { count, flag, id, maybe, oneOf, orNull, Shows, text } from '../http/view-fields.js';

export const SIZE_CLASSES = ['small', 'medium', 'large'] as const;

/** An organisation wherever it is part of something else. */
export class OrganisationRef {
  @Shows(id) id: string;
  @Shows(orNull(text)) code: string | null;
  @Shows(text) name: string;
  @Shows(oneOf(RECIPIENT_KINDS)) kind: (typeof RECIPIENT_KINDS)[number];
}

/** `verdict` where the list was asked for a programme: who is not excluded may still need an officer's judgement. */
export class OrganisationView extends OrganisationRef {
  @Shows(orNull(text)) organisationNumber: string | null;
  @Shows(orNull(text)) county: string | null;
  @Shows(orNull(count)) population: number | null;
  @Shows(orNull(oneOf(SIZE_CLASSES))) sizeClass: (typeof SIZE_CLASSES)[number] | null;
  @Shows(orNull(text)) municipalityGroup: string | null;
  @Shows(flag) isExample: boolean;
  @Shows(maybe(oneOf(VERDICTS))) verdict?: (typeof VERDICTS)[number];
}
