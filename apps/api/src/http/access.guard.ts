import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Permission } from '#domain/access/permissions';
import { authorise } from '#core/access';
import { ApiKeyService } from '#core/api-keys';
import { proofDemanded } from '#core/second-factor';
import { actorOf, SessionService, type SessionUser } from '#core/users';
import { Clock } from '#platform/clock';
import { CONFIG, type Config } from '#platform/config';
import { DomainError, Forbidden, Invalid } from '#platform/errors';
import { RequestLimits } from '#platform/limits';
import { ACCESS, type Access } from './access.js';
import { isSameOrigin } from './same-origin.js';
import type { SignedInRequest } from './session-token.js';

const keyOf = ({ authorization = '' }: SignedInRequest['headers']): string =>
  /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';

/** The one guard: closed by default. Whose case it is, and what may be done to it now, the services see to. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly keys: ApiKeyService,
    private readonly limits: RequestLimits,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const access = this.reflector.get<Access>(ACCESS, context.getHandler());
    const isPublic = 'publicBecause' in access;
    const byKey = !isPublic && request.headers.authorization !== undefined;
    // No browser sends a key by itself, so no other site can make it do so.
    if (!byKey && !isSameOrigin(request, this.config.publicOrigin)) throw new Forbidden();
    if (isPublic) return true;
    request.signedIn = await (byKey ? this.byKey(request) : this.bySession(request));
    this.authorise(request.signedIn, access.permission);
    request.mayGoOn = () => this.mayGoOn(request, access.permission);
    return true;
  }

  /** Signed out, closed or with another role since. Nothing is counted, and no session kept from growing idle. */
  private async mayGoOn({ signedIn, sessionToken, headers }: SignedInRequest, permission: Permission) {
    const user = await (signedIn!.key ? this.keys.find(keyOf(headers)) : this.sessions.look(sessionToken!));
    if (!user) return false;
    try {
      this.authorise(user, permission);
      return true;
    } catch {
      return false;
    }
  }

  private async bySession({ sessionToken: token }: SignedInRequest): Promise<SessionUser> {
    const user = token ? await this.sessions.find(token) : undefined;
    if (!user) throw new DomainError('unauthenticated');
    await this.limits.ofAccount(user.id);
    return user;
  }

  /** With a session beside it nobody could tell in whose name, and with how much, it was meant. */
  private async byKey({ headers, sessionToken }: SignedInRequest): Promise<SessionUser> {
    if (sessionToken) throw new Invalid([{ code: 'keyBesideSession', path: 'Authorization' }]);
    const user = await this.keys.find(keyOf(headers));
    if (!user) throw new DomainError('unauthenticated', { by: 'key' });
    await this.limits.ofKey(user.key!.id);
    return user;
  }

  /** A session that has not proven its second factor learns nothing else; nobody is asked to prove it for what they may not do. */
  private authorise(user: SessionUser, permission: Permission): void {
    // A key has no second factor, and no scope that asks for one.
    if (user.key) return authorise(actorOf(user), permission);
    const demanded = proofDemanded(this.config.secondFactor.mode, user, permission, this.clock.now());
    if (demanded === 'secondFactorRequired') throw new DomainError(demanded);
    authorise(actorOf(user), permission);
    if (demanded !== 'allowed') throw new DomainError(demanded);
  }
}
