import { ROLES, SECOND_FACTOR_STATES } from '#core/vocabulary';
import { a, flag, id, instant, many, oneOf, orNull, Shows, text } from '../http/view-fields.js';
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
  /** `enrol` and `prove` are what must be done before anything else may be. */
  @Shows(oneOf(SECOND_FACTOR_STATES)) secondFactor: (typeof SECOND_FACTOR_STATES)[number];
}

/** `network` is shortened: it tells its owner where it was, not which machine. */
class OwnSessionView {
  @Shows(id) id: string;
  @Shows(orNull(text)) browser: string | null;
  @Shows(orNull(text)) system: string | null;
  @Shows(orNull(text)) network: string | null;
  @Shows(instant) beganAt: string;
  @Shows(instant) seenAt: string;
  @Shows(flag) isCurrent: boolean;
}

export class OwnSessionsView {
  @Shows(many(OwnSessionView)) items: OwnSessionView[];
}

export class ProviderAddressView {
  @Shows({ type: 'string', format: 'uri' }) address: string;
}
