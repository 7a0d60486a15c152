import { THINNING_STATUSES } from '#core/thinnings';
import { FILE_TYPES, type FileType } from '#platform/file-types';
import { a, count, day, id, instant, many, oneOf, orNull, sha256, Shows, text } from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';
import { RetentionRuleView } from '../programmes/programme.view.js';

/** What happened on `latestEvent` or before it was due when the list was made. `thinned` of its `count` cases are. */
export class ThinningView {
  @Shows(id) id: string;
  @Shows(oneOf(THINNING_STATUSES)) status: (typeof THINNING_STATUSES)[number];
  @Shows(text) programmeCode: string;
  @Shows(text) material: string;
  @Shows(a(RetentionRuleView)) rule: RetentionRuleView;
  @Shows(day) latestEvent: string;
  @Shows(instant) listedAt: string;
  @Shows(count) count: number;
  @Shows(count) thinned: number;
  @Shows(orNull(id)) proposedBy: string | null;
  @Shows(orNull(instant)) proposedAt: string | null;
  @Shows(orNull(id)) decidedBy: string | null;
  @Shows(orNull(instant)) decidedAt: string | null;
  @Shows(orNull(instant)) carriedOutAt: string | null;
  @Shows(orNull(text)) note: string | null;
  @Shows(many(text)) actions: string[];
}

/** A file that is gone. */
class ThinnedFileView {
  @Shows(oneOf(FILE_TYPES)) fileType: FileType;
  @Shows(sha256) sha256: string;
  @Shows(count) size: number;
}

const OUTCOMES = ['thinned', 'exempt'] as const;

/** `outcome` is `null` until the list is carried out; `exempt` was due no longer by then. */
export class ThinningItemView {
  @Shows(id) applicationId: string;
  @Shows(orNull(text)) registryNumber: string | null;
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(day) eventOn: string;
  @Shows(orNull(oneOf(OUTCOMES))) outcome: (typeof OUTCOMES)[number] | null;
  @Shows(many(ThinnedFileView)) files: ThinnedFileView[];
}
