import { ROLES } from '#core/vocabulary';
import { a, flag, many, oneOf, orNull, Shows, text } from '../http/view-fields.js';

class DemoAccountView {
  @Shows({ type: 'string', format: 'email' }) email: string;
  @Shows(text) name: string;
  @Shows(many(oneOf(ROLES))) roles: (typeof ROLES)[number][];
  @Shows(text) password: string;
}

class AgencyView {
  @Shows(text) name: string;
  @Shows(text) email: string;
  @Shows(text) phone: string;
}

class ProviderView {
  @Shows(text) id: string;
  @Shows(text) name: string;
}

/** Whose Medel this is. `accounts` are those of the demo; without it there are none to tell of. */
export class InstanceView {
  @Shows(flag) demo: boolean;
  /** Whether the browser brought a session, which may have ended since: if not, it need not ask whose it is. */
  @Shows(flag) hasSession: boolean;
  @Shows(orNull(a(AgencyView))) agency: AgencyView | null;
  @Shows(many(DemoAccountView)) accounts: DemoAccountView[];
  /** Who else may say who one is, beside a password. */
  @Shows(many(ProviderView)) providers: ProviderView[];
}
