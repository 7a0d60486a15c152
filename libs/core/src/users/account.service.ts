import { Injectable } from '@nestjs/common';
import { checkAccount } from '#domain/access/account';
import type { Actor, Role } from '#domain/access/actor';
import { authorise, expectVersion } from '#core/access';
import { hashToken, newSessionToken, Passwords } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { DomainError, Invalid, type Problem } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { AccountRepository, type Purpose } from './account.repository.js';
import { PasswordRules } from './password-rules.js';
import { SessionCache } from './session-cache.js';
import { User } from './user.entity.js';

/** No password has this hash. */
export const NO_PASSWORD = '!';
const DAY = 86_400_000;
/** A link to a new password opens an account that has something in it: it is worth less for long. */
const LASTS: Record<Purpose, number> = { invitation: 7 * DAY, reset: DAY };

export interface NewAccount {
  name: string;
  email: string;
  roles: Role[];
  organisationId: string | null;
  /** Another account of the same human being: the two are one pair of eyes. */
  samePersonAs: string | null;
}

export interface AccountChanges {
  name?: string;
  roles?: Role[];
  organisationId?: string | null;
  isActive?: boolean;
}

/** Who may sign in, and as what. An account is never removed: what it did stays somebody's. */
@Injectable()
export class AccountService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionCache,
    private readonly passwords: Passwords,
    private readonly rules: PasswordRules,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async create(actor: Actor, { samePersonAs, ...given }: NewAccount): Promise<User> {
    authorise(actor, 'user.create');
    const email = given.email.toLowerCase();
    const known = await this.accounts.known(actor, { ...given, samePersonAs, email });
    const problems: Problem[] = [
      ...checkAccount(given),
      ...unknownOrganisation(given.organisationId, known),
      ...(samePersonAs !== null && known.personId === null
        ? [{ code: 'unknownUser', path: 'samePersonAs' }]
        : []),
    ];
    if (problems.length > 0) throw new Invalid(problems);
    if (known.isEmailTaken) throw new DomainError('conflict', {}, [{ code: 'emailTaken', path: 'email' }]);
    const user = Object.assign(new User(), given, {
      id: newId(),
      personId: known.personId ?? newId(),
      email,
      passwordHash: NO_PASSWORD,
      isActive: true,
      anonymisedAt: null,
    });
    const { roles, organisationId } = user;
    return this.transition.create('user', user, actor, { roles, organisationId, samePersonAs });
  }

  /** What changes holds from the next request on, also for who is signed in. */
  async edit(actor: Actor, id: string, version: number, changes: AccountChanges): Promise<User> {
    const changed = await this.change(actor, id, version, changes);
    this.sessions.clear();
    return changed;
  }

  @Transactional()
  async change(actor: Actor, id: string, version: number, changes: AccountChanges): Promise<User> {
    authorise(actor, 'user.edit');
    const { user, administrators } = await this.accounts.getForUpdate(id);
    expectVersion(user, version);
    const { roles, organisationId, isActive } = { ...user, ...changes };
    const known = await this.accounts.known(actor, { organisationId, samePersonAs: null, email: null });
    const problems = [
      ...checkAccount({ roles, organisationId }),
      ...unknownOrganisation(organisationId, known),
    ];
    if (problems.length > 0) throw new Invalid(problems);
    const refusals = refusalsOf(actor, user, { roles, isActive }, administrators);
    if (refusals.length > 0) throw new DomainError('conflict', {}, refusals);
    if (!isActive) await this.accounts.endSessions(id);
    // A machine of the former organisation's has nothing to do with the next.
    else if (organisationId !== user.organisationId) await this.accounts.endKeys(id);
    return this.accounts.change(user, changes, {
      action: 'edit',
      actor,
      at: this.clock.now(),
      data: { roles, organisationId, isActive, isRenamed: changes.name !== undefined },
    });
  }

  /** A token that sets the first password, once. It is answered here and kept nowhere: only its hash is. */
  @Transactional()
  async invite(actor: Actor, id: string): Promise<{ token: string; expiresAt: string }> {
    authorise(actor, 'user.invite');
    const { user } = await this.accounts.getForUpdate(id);
    const codes = [
      ...(user.isActive ? [] : ['accountInactive']),
      ...(user.passwordHash === NO_PASSWORD ? [] : ['hasPassword']),
    ];
    return this.giveToken(actor, user, { purpose: 'invitation', action: 'invite', codes });
  }

  /** The same for who has forgotten theirs. One's own is changed by who knows it, so that a session alone is not enough. */
  @Transactional()
  async resetPassword(actor: Actor, id: string): Promise<{ token: string; expiresAt: string }> {
    authorise(actor, 'user.reset-password');
    const { user } = await this.accounts.getForUpdate(id);
    const codes = [
      ...(user.isActive ? [] : ['accountInactive']),
      ...(user.passwordHash === NO_PASSWORD ? ['noPassword'] : []),
      ...(user.personId === actor.personId ? ['ownPassword'] : []),
    ];
    return this.giveToken(actor, user, { purpose: 'reset', action: 'reset-password', codes });
  }

  private async giveToken(
    actor: Actor,
    user: User,
    { purpose, action, codes }: { purpose: Purpose; action: string; codes: string[] },
  ): Promise<{ token: string; expiresAt: string }> {
    if (codes.length > 0)
      throw new DomainError(
        'conflict',
        {},
        codes.map((code) => ({ code })),
      );
    const token = newSessionToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LASTS[purpose]);
    await this.accounts.keepInvitation(user.id, { tokenHash: hashToken(token), purpose, expiresAt });
    const data = { expiresAt: expiresAt.toISOString() };
    await this.accounts.change(user, {}, { action, actor, at: now, data });
    return { token, expiresAt: expiresAt.toISOString() };
  }

  /** A token that nobody was given costs no hashing. */
  async acceptToken(purpose: Purpose, token: string, password: string): Promise<void> {
    const tokenHash = hashToken(token);
    const owner = await this.accounts.invited(tokenHash, purpose, this.clock.now());
    if (owner === undefined) throw notInvited();
    this.rules.refuseWeak(password, owner, 'password');
    const passwordHash = await this.passwords.hash(password);
    const { userId } = owner;
    const invited: Actor = { userId, personId: userId, roles: [], organisationId: null };
    await this.setPassword(invited, tokenHash, passwordHash);
    this.sessions.clear();
  }

  @Transactional()
  async setPassword(actor: Actor, tokenHash: Buffer, passwordHash: string): Promise<void> {
    const { user } = await this.accounts.getForUpdate(actor.userId);
    if (!user.isActive || !(await this.accounts.useInvitation(tokenHash))) throw notInvited();
    await this.accounts.endSessions(user.id);
    await this.accounts.change(
      user,
      { passwordHash },
      {
        action: 'set-password',
        actor: { userId: user.id, personId: user.personId },
        at: this.clock.now(),
        data: {},
      },
    );
  }
}

const notInvited = () => new Invalid([{ code: 'invitationNotValid', path: 'token' }]);

function unknownOrganisation(
  organisationId: string | null,
  { isOrganisation }: { isOrganisation: boolean },
): Problem[] {
  return organisationId === null || isOrganisation
    ? []
    : [{ code: 'unknownOrganisation', path: 'organisationId' }];
}

/** Nobody gives themselves rights, or shuts themselves out; and somebody must be left who can let others in. */
function refusalsOf(
  actor: Actor,
  before: User,
  after: { roles: readonly Role[]; isActive: boolean },
  administrators: readonly string[],
): Problem[] {
  if (before.anonymisedAt !== null) return [{ code: 'accountAnonymised' }];
  const isSelf = before.personId === actor.personId;
  const changesRoles = [...before.roles].sort().join() !== [...after.roles].sort().join();
  const staysAdministrator = after.isActive && after.roles.includes('administrator');
  const isLast = administrators.length === 1 && administrators[0] === before.id;
  return [
    ...(isSelf && changesRoles ? [{ code: 'ownRoles', path: 'roles' }] : []),
    ...(isSelf && before.isActive && !after.isActive ? [{ code: 'ownAccount', path: 'isActive' }] : []),
    ...(isLast && !staysAdministrator ? [{ code: 'lastAdministrator', path: 'roles' }] : []),
  ];
}
