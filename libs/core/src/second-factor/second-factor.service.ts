import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { isDemandedOf, isFresh } from '#domain/access/second-factor';
import { authorise } from '#core/access';
import { AccountRepository, SessionService, type Session, type User } from '#core/users';
import type { AuditData } from '#platform/audit';
import { hashRecoveryCode, hashToken, newRecoveryCodes, SecretBox } from '#platform/auth';
import { Clock } from '#platform/clock';
import { CONFIG, type Config } from '#platform/config';
import { Transactional } from '#platform/database';
import { DomainError, Invalid, NotFound } from '#platform/errors';
import { newId } from '#platform/ids';
import { Passkeys, type PasskeyAnswer } from './passkeys.js';
import { SecondFactorRepository, type NewFactor, type PasskeyFactor } from './second-factor.repository.js';
import { describeTotp, newTotpSecret, stepOf } from './totp.js';

const ANSWER_MILLISECONDS = 10 * 60_000;
const MOST = 10;

/** Adding and removing what a person proves to be themselves with. Every change has its event in the account's chain. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly accounts: AccountRepository,
    private readonly passkeys: Passkeys,
    private readonly box: SecretBox,
    private readonly sessions: SessionService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A new secret for an authenticator app. It is the account's once a code of it has been given. */
  async askForTotp({ user, token }: Session): Promise<{ secret: string; address: string }> {
    const secret = newTotpSecret();
    await this.factors.ask(hashToken(token), 'totp', this.box.seal(secret, user.id), this.inTime());
    return describeTotp(secret, user.email);
  }

  async askForPasskey({ user, token }: Session): Promise<{ options: object }> {
    const known = await this.factors.passkeysOf(user.id);
    const options = await this.passkeys.askForNew(user, known);
    await this.factors.ask(hashToken(token), 'newPasskey', Buffer.from(options.challenge), this.inTime());
    return { options };
  }

  async addTotp(actor: Actor, { token }: Session, given: { name: string; code: string }) {
    const sealed = await this.factors.asked(hashToken(token), 'totp');
    if (!sealed) throw new Invalid([{ code: 'nothingToEnrol', path: 'code' }]);
    const secret = this.box.open(sealed, actor.userId);
    const lastStep = stepOf(secret, given.code, this.clock.now());
    if (lastStep === undefined) throw new Invalid([{ code: 'codeNotRight', path: 'code' }]);
    const id = newId();
    const factor = {
      id,
      kind: 'totp' as const,
      name: given.name,
      secret: this.box.seal(secret, id),
      lastStep,
    };
    await this.factors.takeAsked(hashToken(token), 'totp');
    return this.added(actor, token, factor);
  }

  async addPasskey(actor: Actor, { token }: Session, given: { name: string; passkey: PasskeyAnswer }) {
    const challenge = await this.factors.takeAsked(hashToken(token), 'newPasskey');
    const made = challenge && (await this.passkeys.readNew(given.passkey, challenge.toString()));
    if (!made) throw new Invalid([{ code: 'passkeyNotAccepted', path: 'passkey' }]);
    return this.added(actor, token, { id: newId(), kind: 'passkey', name: given.name, ...made });
  }

  private async added(actor: Actor, token: string, factor: NewFactor) {
    const answer = await this.add(actor, token, factor);
    this.sessions.forgetAll();
    return answer;
  }

  /** The first one comes with recovery codes. Whoever adds one has proven it: the session is good for everything. */
  @Transactional()
  async add(actor: Actor, token: string, factor: NewFactor): Promise<{ recoveryCodes: string[] | null }> {
    const tokenHash = hashToken(token);
    await this.accounts.lock(actor.userId);
    const before = await this.factors.factorsOf(actor.userId);
    // Asked again under the lock: another session may have added the first one a moment ago.
    if (before.length > 0) await this.demandFreshProof(tokenHash);
    if (before.length >= MOST)
      throw new DomainError('conflict', {}, [{ code: 'tooMany', data: { max: MOST } }]);
    await this.factors.insert(actor.userId, factor);
    await this.factors.prove(tokenHash, tokenHash);
    await this.note(actor, 'add-second-factor', factor);
    return { recoveryCodes: before.length === 0 ? await this.newCodes(actor.userId) : null };
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.removeOne(actor, id);
    this.sessions.forgetAll();
  }

  /** Not the last one while it is demanded. Without any, the recovery codes are of no use either. */
  @Transactional()
  async removeOne(actor: Actor, id: string): Promise<void> {
    await this.accounts.lock(actor.userId);
    const before = await this.factors.factorsOf(actor.userId);
    const factor = before.find((each) => each.id === id);
    if (!factor) throw new NotFound();
    const isLast = before.length === 1;
    if (isLast && isDemandedOf(this.config.secondFactor.mode, actor))
      throw new DomainError('conflict', {}, [{ code: 'lastSecondFactor' }]);
    if (isLast) await this.factors.removeAll(actor.userId);
    else await this.factors.remove(actor.userId, id);
    await this.note(actor, 'remove-second-factor', factor);
  }

  /** New recovery codes in place of the old ones. They are answered here and kept nowhere: only their hashes are. */
  @Transactional()
  async renewRecoveryCodes(actor: Actor): Promise<{ recoveryCodes: string[] }> {
    await this.accounts.lock(actor.userId);
    const factors = await this.factors.factorsOf(actor.userId);
    if (factors.length === 0) throw new DomainError('conflict', {}, [{ code: 'noSecondFactor' }]);
    await this.tell(actor, actor.userId, 'renew-recovery-codes', {});
    return { recoveryCodes: await this.newCodes(actor.userId) };
  }

  /** For somebody who has lost all of it: they sign in with the password, and add a new one where it is demanded. */
  async reset(actor: Actor, id: string, reason: string): Promise<User> {
    const user = await this.resetOne(actor, id, reason);
    this.sessions.forgetAll();
    return user;
  }

  @Transactional()
  async resetOne(actor: Actor, id: string, reason: string): Promise<User> {
    authorise(actor, 'user.reset-second-factor');
    const user = await this.accounts.lock(id);
    if (user.personId === actor.personId)
      throw new DomainError('conflict', {}, [{ code: 'ownSecondFactor' }]);
    const factors = await this.factors.factorsOf(id);
    if (factors.length === 0) throw new DomainError('conflict', {}, [{ code: 'noSecondFactor' }]);
    await this.factors.removeAll(id);
    await this.accounts.endSessions(id);
    await this.tell(actor, id, 'reset-second-factor', { reason, count: factors.length });
    return user;
  }

  private async demandFreshProof(tokenHash: Buffer): Promise<void> {
    const provenAt = await this.factors.provenAt(tokenHash);
    if (provenAt === null) throw new DomainError('secondFactorRequired');
    if (!isFresh(provenAt, this.clock.now())) throw new DomainError('stepUpRequired');
  }

  private async newCodes(userId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await this.factors.keepRecoveryCodes(userId, codes.map(hashRecoveryCode));
    return codes;
  }

  private note(actor: Actor, action: string, { id, kind }: Pick<NewFactor | PasskeyFactor, 'id' | 'kind'>) {
    return this.tell(actor, actor.userId, action, { factorId: id, kind });
  }

  private tell(actor: Actor, userId: string, action: string, data: AuditData): Promise<void> {
    return this.accounts.note(userId, { action, actor, at: this.clock.now(), data });
  }

  private inTime(): Date {
    return new Date(this.clock.now().getTime() + ANSWER_MILLISECONDS);
  }
}
