import { Day, Id } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

export class AuditList extends PageQuery {
  @Id({ optional: true }) subject?: string;
  /** All that is of one case or that it stands on. */
  @Id({ optional: true }) applicationId?: string;
  @Id({ optional: true }) actor?: string;
  @Day({ optional: true }) from?: string;
  @Day({ optional: true }) to?: string;
}
