import { Day, QueryNumber, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

/** `year`: in which it was decided. `organisationCode`: four digits of a municipality, two of a region. */
export class OpenGrantsList extends PageQuery {
  @Text({ min: 1, max: 200, optional: true }) q?: string;
  @QueryNumber(2000, 2100) year?: number;
  @Text({ min: 1, max: 100, optional: true }) programmeCode?: string;
  @Text({ min: 1, max: 10, optional: true }) organisationCode?: string;
}

export class OpenGrantsSummaryQuery {
  @QueryNumber(2000, 2100) year?: number;
  @Text({ min: 1, max: 100, optional: true }) programmeCode?: string;
  @Text({ min: 1, max: 10, optional: true }) organisationCode?: string;
}

export class OpenGrantsFileQuery {
  @QueryNumber(2000, 2100) year?: number;
  @Text({ min: 1, max: 100, optional: true }) programmeCode?: string;
  @Day({ optional: true }) asOf?: string;
}
