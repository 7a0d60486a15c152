import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { waitAfter } from '#domain/access/second-factor';
import { AccountRepository, SessionService, type Session } from '#core/users';
import type { AuditData } from '#platform/audit';
import { hashRecoveryCode, hashToken, newSessionToken, SecretBox } from '#platform/auth';
import { Clock } from '#platform/clock';
import { CONFIG, type Config } from '#platform/config';
import { Transactional } from '#platform/database';
import { DomainError, Invalid } from '#platform/errors';
import { Passkeys, type PasskeyAnswer } from './passkeys.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { stepOf } from './totp.js';

const ANSWER_MILLISECONDS = 5 * 60_000;
const TOTP = /^\d{6}$/;

/** Proving a second factor: what makes a session good for everything, and good again for acts that demand a fresh proof. */
@Injectable()
export class ProofService {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly accounts: AccountRepository,
    private readonly passkeys: Passkeys,
    private readonly box: SecretBox,
    private readonly sessions: SessionService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** With a code of an authenticator app, or a recovery code. The same refusal for a wrong one and for one that was used. */
  async proveByCode(actor: Actor, session: Session, typed: string): Promise<Session> {
    await this.countTry(actor);
    const token = await this.takeCode(actor, session, typed.replace(/\s/g, ''));
    if (token === undefined) throw new Invalid([{ code: 'codeNotRight', path: 'code' }]);
    return this.proven(session, token);
  }

  /** `null` where the account has no passkey. */
  async askForPasskey({ user, token }: Session): Promise<{ options: object | null }> {
    const known = await this.factors.passkeysOf(user.id);
    if (known.length === 0) return { options: null };
    const options = await this.passkeys.askForProof(known);
    const until = new Date(this.clock.now().getTime() + ANSWER_MILLISECONDS);
    await this.factors.ask(hashToken(token), 'passkey', Buffer.from(options.challenge), until);
    return { options };
  }

  async proveByPasskey(actor: Actor, session: Session, answer: PasskeyAnswer): Promise<Session> {
    const challenge = await this.factors.takeAsked(hashToken(session.token), 'passkey');
    const passkey = (await this.factors.passkeysOf(actor.userId)).find(
      (each) => each.credentialId === answer['id'],
    );
    const counter =
      challenge && passkey && (await this.passkeys.readProof(answer, challenge.toString(), passkey));
    if (counter === undefined) throw new Invalid([{ code: 'passkeyNotAccepted', path: 'passkey' }]);
    const token = await this.takePasskey(actor, session, passkey!.id, counter);
    if (token === undefined) throw new Invalid([{ code: 'passkeyCopied', path: 'passkey' }]);
    return this.proven(session, token);
  }

  /**
   * Counted before the code is looked at, and in a transaction of its own, so that tries at the same time are as many as tries
   * one after the other.
   */
  @Transactional()
  async countTry(actor: Actor): Promise<void> {
    const { freeTries } = this.config.secondFactor;
    await this.accounts.lock(actor.userId);
    const { tries, nextAt } = await this.factors.lockTries(actor.userId);
    const now = this.clock.now().getTime();
    const left = nextAt.getTime() - now;
    if (left > 0) throw new DomainError('tooManyRequests', { retryAfterSeconds: Math.ceil(left / 1_000) });
    const wait = waitAfter(tries + 1, freeTries);
    await this.factors.keepTries(actor.userId, tries + 1, new Date(wait === 0 ? 0 : now + wait * 1_000));
    if (wait > 0) await this.tell(actor, 'guess-second-factor', { tries: tries + 1 });
  }

  @Transactional()
  async takeCode(actor: Actor, session: Session, code: string): Promise<string | undefined> {
    await this.accounts.lock(actor.userId);
    const isTaken = TOTP.test(code)
      ? await this.takeTotp(actor, code)
      : await this.factors.takeRecoveryCode(actor.userId, hashRecoveryCode(code));
    if (!isTaken) return undefined;
    if (!TOTP.test(code)) await this.tell(actor, 'use-recovery-code', {});
    await this.factors.forgetTries(actor.userId);
    return this.open(actor, session, TOTP.test(code) ? 'totp' : 'recoveryCode');
  }

  /** Two copies of one key do not count alike: the one that comes second is found out, and it is written down. */
  @Transactional()
  async takePasskey(
    actor: Actor,
    session: Session,
    id: string,
    counter: number,
  ): Promise<string | undefined> {
    await this.accounts.lock(actor.userId);
    if (await this.factors.takeCount(id, counter)) return this.open(actor, session, 'passkey');
    await this.tell(actor, 'refuse-copied-passkey', { factorId: id });
    return undefined;
  }

  private async takeTotp(actor: Actor, code: string): Promise<boolean> {
    const now = this.clock.now();
    for (const factor of await this.factors.factorsOf(actor.userId)) {
      if (factor.kind !== 'totp') continue;
      const step = stepOf(this.box.open(factor.secret, factor.id), code, now);
      if (step !== undefined && (await this.factors.takeStep(factor.id, step))) return true;
    }
    return false;
  }

  /** At the first proof the session gets another name: one that was planted, or seen, before it is worth nothing. */
  private async open(actor: Actor, { user, token }: Session, kind: string): Promise<string> {
    const next = user.provenAt === null ? newSessionToken() : token;
    await this.factors.prove(hashToken(token), hashToken(next));
    await this.tell(actor, 'prove-second-factor', { kind });
    return next;
  }

  /** The session as it goes on. */
  private proven({ user }: Session, token: string): Session {
    this.sessions.forgetAll();
    return { user: { ...user, provenAt: this.clock.now().toISOString() }, token };
  }

  private tell(actor: Actor, action: string, data: AuditData): Promise<void> {
    return this.accounts.note(actor.userId, { action, actor, at: this.clock.now(), data });
  }
}
