import { RECIPIENT_KINDS } from '#core/vocabulary';
import { Day, OneOf, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

export class OrganisationList extends PageQuery {
  @OneOf(RECIPIENT_KINDS, { optional: true }) kind?: (typeof RECIPIENT_KINDS)[number];
  @Text({ min: 1, max: 200, optional: true }) q?: string;
  @Text({ min: 1, max: 10, optional: true }) code?: string;
  /** A programme's code: recipients that no rule about recipients excludes, each with its verdict. */
  @Text({ min: 1, max: 50, optional: true }) eligibleFor?: string;
}

export class AsOf {
  @Day({ optional: true }) asOf?: string;
}
