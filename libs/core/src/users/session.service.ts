import { Injectable } from '@nestjs/common';
import { hashToken, newSessionToken, Passwords } from '#platform/auth';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/errors';
import type { SessionUser } from './session-user.js';
import { SessionCache } from './session-cache.js';
import { SessionRepository } from './session.repository.js';

/** Signing in and out. The session is a row that can be revoked; the browser holds its random name only. */
@Injectable()
export class SessionService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly cache: SessionCache,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  /** The same answer, in the same time, for an unknown address and for a wrong password. */
  async verify(email: string, password: string): Promise<SessionUser> {
    const found = await this.sessions.findUser(email.trim().toLowerCase());
    const isRight = await this.passwords.verify(found?.passwordHash ?? null, password);
    if (!found || !isRight) throw new DomainError('unauthenticated');
    return found.user;
  }

  /** A new token at every sign-in, so that a planted one is worth nothing. */
  async open(user: SessionUser): Promise<string> {
    const token = newSessionToken();
    await this.sessions.insert(hashToken(token), user.id, this.clock.now());
    return token;
  }

  /** The user of a session that is neither idle for 30 minutes nor older than 10 hours. */
  find(token: string): Promise<SessionUser | undefined> {
    const hash = hashToken(token);
    return this.cache.get(hash.toString('base64'), () => this.sessions.touch(hash, this.clock.now()));
  }

  /** Ended sessions are of no use to anyone. */
  removeEnded(): Promise<void> {
    return this.sessions.removeEnded(this.clock.now());
  }

  async close(token: string): Promise<void> {
    const hash = hashToken(token);
    await this.sessions.remove(hash);
    this.cache.forget(hash.toString('base64'));
  }
}
