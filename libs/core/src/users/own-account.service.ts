import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { authorise } from '#core/access';
import type { AuditData } from '#platform/audit';
import { hashToken, Passwords } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Transactional, type JsonText } from '#platform/database';
import { Invalid, NotFound, Stale } from '#platform/errors';
import { AccountRepository } from './account.repository.js';
import { OwnSessionRepository } from './own-session.repository.js';
import { PasswordRules } from './password-rules.js';
import { SessionCache } from './session-cache.js';
import { SessionRepository } from './session.repository.js';
import { SignInLimits } from './sign-in-limits.js';

/** What somebody does with their own account. `token` is that of the session in which it is done. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly ownSessions: OwnSessionRepository,
    private readonly cache: SessionCache,
    private readonly passwords: Passwords,
    private readonly rules: PasswordRules,
    private readonly limits: SignInLimits,
    private readonly clock: Clock,
  ) {}

  listSessions(actor: Actor, token: string): Promise<JsonText> {
    return this.ownSessions.list(actor, hashToken(token), this.clock.now());
  }

  async endSession(actor: Actor, id: string): Promise<void> {
    await this.removeSession(actor, id);
    this.cache.clear();
  }

  async endOtherSessions(actor: Actor, token: string): Promise<void> {
    await this.removeOtherSessions(actor, hashToken(token));
    this.cache.clear();
  }

  /** The old password is asked for, and all other sessions end: whoever else had it is out. */
  async changePassword(
    actor: Actor,
    token: string,
    { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
  ): Promise<void> {
    authorise(actor, 'session.change-password');
    const own = await this.sessions.findOwn(actor.userId);
    const isRight = await this.limits.confirm(actor.userId, () =>
      this.passwords.verify(own?.passwordHash ?? null, currentPassword),
    );
    if (!own || !isRight) throw new Invalid([{ code: 'passwordWrong', path: 'currentPassword' }]);
    this.rules.refuseWeak(newPassword, own, 'newPassword');
    const passwordHash = await this.passwords.hash(newPassword);
    await this.setPassword(actor, hashToken(token), { from: own.passwordHash, to: passwordHash });
    this.cache.clear();
  }

  @Transactional()
  async removeSession(actor: Actor, id: string): Promise<void> {
    authorise(actor, 'session.end');
    await this.accounts.lock(actor.userId);
    if (!(await this.ownSessions.remove(actor, id))) throw new NotFound();
    await this.note(actor, 'end-session', { sessionId: id });
  }

  @Transactional()
  async removeOtherSessions(actor: Actor, current: Buffer): Promise<void> {
    authorise(actor, 'session.end');
    await this.accounts.lock(actor.userId);
    const ended = await this.ownSessions.removeOthers(actor, current);
    if (ended > 0) await this.note(actor, 'end-sessions', { ended });
  }

  @Transactional()
  async setPassword(
    actor: Actor,
    current: Buffer,
    { from, to }: { from: string; to: string },
  ): Promise<void> {
    const { user } = await this.accounts.getForUpdate(actor.userId);
    // Somebody else has set another one meanwhile.
    if (user.passwordHash !== from) throw new Stale();
    const ended = await this.ownSessions.removeOthers(actor, current);
    const event = { action: 'change-password', actor, at: this.clock.now(), data: { ended } };
    await this.accounts.change(user, { passwordHash: to }, event);
  }

  private async note(actor: Actor, action: string, data: AuditData): Promise<void> {
    await this.accounts.note(actor.userId, { action, actor, at: this.clock.now(), data });
  }
}
