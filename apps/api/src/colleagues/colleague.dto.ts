import { ROLES } from '#core/vocabulary';
import { OneOf } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

export class ColleagueList extends PageQuery {
  @OneOf(ROLES, { optional: true }) role?: (typeof ROLES)[number];
}
