import { THINNING_STATUSES } from '#core/thinnings';
import { OneOf, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

export class ThinningNoteDto {
  @Text({ min: 1, max: 2_000 }) note: string;
}

export class ThinningList extends PageQuery {
  @OneOf(THINNING_STATUSES, { optional: true }) status?: (typeof THINNING_STATUSES)[number];
  @Text({ min: 1, max: 100, optional: true }) programmeCode?: string;
}
