import { Injectable } from '@nestjs/common';
import { hashToken, knownDevice, newDevice, newSessionToken, Passwords } from '#platform/auth';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/errors';
import { deviceOf, type RequestClient } from './device.js';
import { actorOf, type SessionUser } from './session-user.js';
import { SessionCache } from './session-cache.js';
import { SessionRepository } from './session.repository.js';
import { SignInLimits } from './sign-in-limits.js';

const QUARTER = 15 * 60_000;

interface Credentials {
  email: string;
  password: string;
}

/** What the request brings besides. */
export interface SigningIn {
  address: string;
  /** What this browser was given when it last signed in to the account. */
  deviceCookie: string | undefined;
}

/** Whose password was right, with what makes their browser known the next time. */
export interface VerifiedUser extends SessionUser {
  deviceCookie: string;
}

/** Signing in and out. The session is a row that can be revoked; the browser holds its random name only. */
@Injectable()
export class SessionService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly cache: SessionCache,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
    private readonly clock: Clock,
  ) {}

  /** The same answer, in the same time, for an unknown address and for a wrong password. */
  async verify(given: Credentials, { address, deviceCookie }: SigningIn): Promise<VerifiedUser> {
    const email = given.email.trim().toLowerCase();
    const found = await this.sessions.findUser(email);
    const device = found && knownDevice(deviceCookie ?? '', found.user.id, found.passwordHash);
    const isRight = await this.limits.signIn({ email, address, device }, () =>
      this.passwords.verify(found?.passwordHash ?? null, given.password),
    );
    if (!isRight) await this.sessions.countRefused(email, this.clock.now());
    if (!found || !isRight) throw new DomainError('unauthenticated');
    return { ...found.user, deviceCookie: newDevice(found.user.id, found.passwordHash) };
  }

  /** A new token at every sign-in, so that a planted one is worth nothing; the session that it takes the place of ends. */
  async open(user: SessionUser, client: RequestClient, replaced?: string): Promise<string> {
    const token = newSessionToken();
    await this.sessions.insert(hashToken(token), actorOf(user), this.clock.now(), deviceOf(client));
    if (replaced) await this.close(replaced);
    return token;
  }

  /** The user of a session that is neither idle for 30 minutes nor older than 10 hours. */
  find(token: string): Promise<SessionUser | undefined> {
    const hash = hashToken(token);
    return this.cache.get(hash.toString('base64'), () => this.sessions.touch(hash, this.clock.now()));
  }

  /** The same without its being used: whoever only listens grows idle as if they had left. */
  look(token: string): Promise<SessionUser | undefined> {
    const hash = hashToken(token);
    return this.cache.get(`looked at ${hash.toString('base64')}`, async () => {
      const found = await this.sessions.look(hash, this.clock.now());
      return found?.user;
    });
  }

  /** Ended sessions are of no use to anyone. */
  removeEnded(): Promise<void> {
    return this.sessions.removeEnded(this.clock.now());
  }

  /** What was refused a quarter of an hour ago, and since, stands in the account's chain from now on. */
  tellRefused(): Promise<void> {
    const now = this.clock.now();
    return this.sessions.tellRefusedBefore(new Date(now.getTime() - QUARTER), now);
  }

  async close(token: string): Promise<void> {
    const hash = hashToken(token);
    await this.sessions.remove(hash, this.clock.now());
    this.cache.forget(hash.toString('base64'));
  }

  /** For the process in which what sessions may do has changed: it need not wait to be told. */
  forgetAll(): void {
    this.cache.clear();
  }
}
