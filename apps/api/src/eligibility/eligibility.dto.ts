import { RECIPIENT_KINDS } from '#core/vocabulary';
import { Day, OneOf, QueryNumber } from '../http/fields.js';
import { VERDICTS } from '../http/finding.view.js';

export class EligibilityQuery {
  @OneOf(RECIPIENT_KINDS, { optional: true }) kind?: (typeof RECIPIENT_KINDS)[number];
  @OneOf(VERDICTS, { optional: true }) verdict?: (typeof VERDICTS)[number];
  /** Measures of this year only; the latest of each where it is left out. */
  @QueryNumber(1900, 2100) measureYear?: number;
  /** The wording in force and the data sets there were on this day. */
  @Day({ optional: true }) asOf?: string;
}
