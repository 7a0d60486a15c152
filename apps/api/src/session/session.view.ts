import { ROLES } from '#core/vocabulary';
import { a, id, many, oneOf, orNull, Shows, text } from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';

/** Who is signed in; `organisation` is null for the agency's own people. */
class SessionUserView {
  @Shows(id) id: string;
  @Shows(text) name: string;
  @Shows({ type: 'string', format: 'email' }) email: string;
  @Shows(many(oneOf(ROLES))) roles: (typeof ROLES)[number][];
  @Shows(orNull(a(OrganisationRef))) organisation: OrganisationRef | null;
}

export class SessionView {
  @Shows(a(SessionUserView)) user: SessionUserView;
}
