import { KEY_SCOPES, ROLES } from '#core/vocabulary';
import {
  a,
  anything,
  count,
  day,
  flag,
  id,
  instant,
  many,
  oneOf,
  orNull,
  Shows,
  text,
} from '../http/view-fields.js';
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
  @Shows(flag) isAnonymised: boolean;
  @Shows(flag) hasPassword: boolean;
  @Shows(flag) hasSecondFactor: boolean;
}

/** The token is shown once. */
export class InvitationView {
  @Shows(text) token: string;
  @Shows(instant) expiresAt: string;
}

class HeldAccount {
  @Shows(id) id: string;
  @Shows(id) personId: string;
  @Shows(text) name: string;
  @Shows(text) email: string;
  @Shows(many(oneOf(ROLES))) roles: string[];
  @Shows(orNull(text)) organisation: string | null;
  @Shows(flag) isActive: boolean;
  @Shows(orNull(instant)) anonymisedAt: string | null;
}

class HeldSession {
  @Shows(instant) beganAt: string;
  @Shows(instant) seenAt: string;
  @Shows(orNull(text)) browser: string | null;
  @Shows(orNull(text)) system: string | null;
  @Shows(orNull(text)) network: string | null;
}

class HeldFactor {
  @Shows(text) kind: string;
  @Shows(text) name: string;
  @Shows(instant) addedAt: string;
  @Shows(orNull(instant)) lastUsedAt: string | null;
}

class HeldKey {
  @Shows(text) name: string;
  @Shows(many(oneOf(KEY_SCOPES))) scopes: string[];
  @Shows(instant) createdAt: string;
  @Shows(day) expiresOn: string;
  @Shows(orNull(instant)) lastUsedAt: string | null;
}

class HeldIdentity {
  @Shows(text) issuer: string;
  @Shows(text) subject: string;
  @Shows(instant) linkedAt: string;
}

class HeldLink {
  @Shows(text) purpose: string;
  @Shows(instant) expiresAt: string;
}

class AccountEvent {
  @Shows(instant) at: string;
  @Shows(text) action: string;
  @Shows(id) by: string;
  @Shows(anything) data: unknown;
}

class PersonAct {
  @Shows(instant) at: string;
  @Shows(text) action: string;
  @Shows(text) subjectType: string;
  @Shows(id) subjectId: string;
}

class Naming {
  @Shows(text) thing: string;
  @Shows(text) field: string;
  @Shows(id) id: string;
}

class Mention {
  @Shows(text) thing: string;
  @Shows(id) id: string;
  @Shows(oneOf(['email', 'name'])) by: string;
}

/** All that is held about one person. `mentioned` is what their organisation wrote where their address or name stands. */
export class PersonalDataView {
  @Shows(instant) madeAt: string;
  @Shows(many(HeldAccount)) accounts: HeldAccount[];
  @Shows(many(HeldSession)) sessions: HeldSession[];
  @Shows(many(HeldFactor)) secondFactors: HeldFactor[];
  @Shows(count) recoveryCodes: number;
  @Shows(many(HeldKey)) apiKeys: HeldKey[];
  @Shows(many(HeldIdentity)) identities: HeldIdentity[];
  @Shows(many(HeldLink)) links: HeldLink[];
  @Shows(count) keptAnswers: number;
  @Shows(many(AccountEvent)) events: AccountEvent[];
  @Shows(many(PersonAct)) acts: PersonAct[];
  @Shows(many(Naming)) named: Naming[];
  @Shows(many(Mention)) mentioned: Mention[];
}
