import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { AccountRepository, SessionService, type RequestClient, type SessionUser } from '#core/users';
import { hashToken, newSessionToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import type { ProviderConfig } from '#platform/config';
import { Transactional } from '#platform/database';
import { DomainError } from '#platform/errors';
import { IdentityProviders, type Identity } from './identity-providers.js';
import { IdentityRepository, type Invited } from './identity.repository.js';

const ATTEMPT_MILLISECONDS = 10 * 60_000;

/**
 * Signing in by another's word. It opens an account that is linked to the person, or links the one that an invitation is
 * open for, by an address that the provider has made sure of; it makes none, and links none that is in use.
 */
@Injectable()
export class ProviderSignInService {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly identities: IdentityRepository,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionService,
    private readonly clock: Clock,
  ) {}

  /** Where to go. `attempt` is for this browser alone: with the answer of another it can do nothing. */
  async begin(providerId: string): Promise<{ address: string; attempt: string }> {
    const { address, asked } = await this.providers.ask(this.providers.get(providerId));
    const attempt = newSessionToken();
    const now = this.clock.now();
    const until = new Date(now.getTime() + ATTEMPT_MILLISECONDS);
    await this.identities.keepAttempt(hashToken(attempt), providerId, asked, { now, until });
    return { address, attempt };
  }

  /** A session, as after a password: whoever has a second factor proves it next. */
  async finish(
    { attempt, answer }: { attempt: string; answer: string },
    client: RequestClient,
    replaced?: string,
  ): Promise<{ user: SessionUser; token: string }> {
    const asked = await this.identities.takeAttempt(hashToken(attempt), this.clock.now());
    if (!asked) throw refused('signInTooLate');
    const provider = this.providers.get(asked.provider);
    const user = await this.userOf(provider, await this.providers.believe(provider, asked, answer));
    if (!user || sideOf(user.organisation?.id ?? null) !== provider.side) throw refused('identityNotKnown');
    return { user, token: await this.sessions.open(user, client, replaced) };
  }

  private async userOf(provider: ProviderConfig, identity: Identity): Promise<SessionUser | undefined> {
    const linked = await this.identities.linked(identity);
    if (linked || identity.verifiedEmail === null) return linked;
    const invited = await this.identities.invited(identity.issuer, identity.verifiedEmail, this.clock.now());
    if (!invited || sideOf(invited.organisationId) !== provider.side) return undefined;
    await this.link({ ...invited, roles: [] }, identity, provider.id);
    return this.identities.linked(identity);
  }

  @Transactional()
  async link(actor: Actor & Invited, identity: Identity, providerId: string): Promise<void> {
    const at = this.clock.now();
    // Takes turns with whoever sets a password by the same invitation.
    await this.accounts.getForUpdate(actor.userId);
    if (!(await this.identities.link(identity, actor.userId, at))) throw refused('identityNotKnown');
    await this.accounts.note(actor.userId, {
      action: 'link-identity',
      actor,
      at,
      data: { provider: providerId },
    });
  }
}

const sideOf = (organisationId: string | null): ProviderConfig['side'] =>
  organisationId === null ? 'agency' : 'recipient';

const refused = (code: string) => new DomainError('unauthenticated', {}, [{ code }]);
