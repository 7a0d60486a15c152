import { ROLES } from '#core/vocabulary';
import { flag, id, many, oneOf, Shows, text } from '../http/view-fields.js';

/** Somebody one works with. */
export class ColleagueView {
  @Shows(id) id: string;
  @Shows(text) name: string;
  @Shows(many(oneOf(ROLES))) roles: (typeof ROLES)[number][];
  @Shows(flag) isActive: boolean;
}
