import { ROLES } from '#core/vocabulary';
import { a, flag, id, instant, many, oneOf, orNull, Shows, text } from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';

/** Accounts with the same `personId` are one human being. `organisation` is null for the agency's own people. */
export class UserView {
  @Shows(id) id: string;
  @Shows(id) personId: string;
  @Shows(text) name: string;
  @Shows({ type: 'string', format: 'email' }) email: string;
  @Shows(many(oneOf(ROLES))) roles: string[];
  @Shows(orNull(a(OrganisationRef))) organisation: OrganisationRef | null;
  @Shows(flag) isActive: boolean;
  @Shows(flag) hasPassword: boolean;
  @Shows(flag) hasSecondFactor: boolean;
}

/** The token is shown once. */
export class InvitationView {
  @Shows(text) token: string;
  @Shows(instant) expiresAt: string;
}
