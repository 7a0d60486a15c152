import { Inject, Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import { Clock } from '#platform/clock';
import { CONFIG, type Config, type ProviderConfig } from '#platform/config';
import { DomainError, NotFound } from '#platform/errors';

/** Where people come back to. It asks the API to look at the answer. */
const RETURN_PATH = '/logga-in/klar';
const SECONDS = 5;
const KEPT_MILLISECONDS = 3_600_000;

/** What must be true of the answer, known to us and to the browser that asked alone. */
export interface Asked {
  state: string;
  nonce: string;
  verifier: string;
}

/** Who somebody is, as a provider that was believed says. */
export interface Identity {
  issuer: string;
  subject: string;
  /** `null` where the provider does not say that it has made sure of it. */
  verifiedEmail: string | null;
}

/** OpenID Connect: authorization code with PKCE, state and nonce, the ID token verified by signature, issuer, audience and time. */
@Injectable()
export class IdentityProviders {
  private readonly known = new Map<string, { configuration: openid.Configuration; until: number }>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  get(id: string): ProviderConfig {
    const provider = this.config.identityProviders.find((each) => each.id === id);
    if (!provider) throw new NotFound();
    return provider;
  }

  /** Where to send the browser, and what its answer must fit. */
  async ask(provider: ProviderConfig): Promise<{ address: string; asked: Asked }> {
    const configuration = await this.discover(provider);
    const asked = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
    };
    const address = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.returnAddress(),
      scope: 'openid email',
      state: asked.state,
      nonce: asked.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(asked.verifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, asked };
  }

  /** `answer`: the query that the browser came back with. */
  async believe(provider: ProviderConfig, asked: Asked, answer: string): Promise<Identity> {
    const configuration = await this.discover(provider);
    const address = new URL(`${this.returnAddress()}?${answer.replace(/^\?/, '')}`);
    try {
      const tokens = await openid.authorizationCodeGrant(configuration, address, {
        expectedState: asked.state,
        expectedNonce: asked.nonce,
        pkceCodeVerifier: asked.verifier,
        idTokenExpected: true,
      });
      return identityOf(provider, tokens.claims() ?? {});
    } catch (error) {
      throw isAway(error) ? away() : notBelieved(error);
    }
  }

  private async discover(provider: ProviderConfig): Promise<openid.Configuration> {
    const now = this.clock.now().getTime();
    const known = this.known.get(provider.id);
    if (known && known.until > now) return known.configuration;
    const { issuer, clientId, clientSecret } = provider;
    const isLocal = issuer.startsWith('http:');
    try {
      const configuration = await openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
        timeout: SECONDS,
        // Its signature is verified even where the connection would do.
        execute: [openid.enableNonRepudiationChecks, ...(isLocal ? [openid.allowInsecureRequests] : [])],
      });
      this.known.set(provider.id, { configuration, until: now + KEPT_MILLISECONDS });
      return configuration;
    } catch {
      throw away();
    }
  }

  private returnAddress(): string {
    return new URL(RETURN_PATH, this.config.publicOrigin).href;
  }
}

function identityOf({ issuer, personClaim }: ProviderConfig, claims: Record<string, unknown>): Identity {
  const subject = claims[personClaim];
  if (typeof subject !== 'string' || subject === '' || subject.length > 255)
    throw new Error('the ID token does not name the person');
  const { email, email_verified: isVerified } = claims;
  const verifiedEmail = isVerified === true && typeof email === 'string' ? email.trim().toLowerCase() : null;
  return { issuer, subject, verifiedEmail };
}

const away = () => new DomainError('unavailable', {}, [{ code: 'providerAway' }]);

/** Which lie it was is nobody's business who tells it; that somebody chose not to sign in is no lie. */
function notBelieved(error: unknown): DomainError {
  const isRefusal = error instanceof openid.AuthorizationResponseError;
  return new DomainError('unauthenticated', {}, [
    { code: isRefusal ? 'providerRefused' : 'providerNotBelieved' },
  ]);
}

/** No answer in time, none at all, or one that says that it cannot answer now. */
function isAway(error: unknown): boolean {
  if (error instanceof openid.ResponseBodyError) return error.status >= 500;
  const { name, code, cause } = error as { name?: string; code?: string; cause?: unknown };
  if (name === 'TimeoutError' || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return true;
  if (cause instanceof Response) return cause.status >= 500;
  return error instanceof TypeError && error.message === 'fetch failed';
}
