import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Permission } from '#domain/access/permissions';
import { authorise } from '#core/access';
import { proofDemanded } from '#core/second-factor';
import { actorOf, SessionService, type SessionUser } from '#core/users';
import { Clock } from '#platform/clock';
import { CONFIG, type Config } from '#platform/config';
import { DomainError, Forbidden } from '#platform/errors';
import { RequestLimits } from '#platform/limits';
import { ACCESS, type Access } from './access.js';
import { isSameOrigin } from './same-origin.js';
import type { SignedInRequest } from './session-token.js';

/** The one guard: closed by default. Whose case it is, and what may be done to it now, the services see to. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly limits: RequestLimits,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const access = this.reflector.get<Access>(ACCESS, context.getHandler());
    if (!isSameOrigin(request, this.config.publicOrigin)) throw new Forbidden();
    if ('publicBecause' in access) return true;
    const { sessionToken: token } = request;
    request.signedIn = token ? await this.sessions.find(token) : undefined;
    if (!request.signedIn) throw new DomainError('unauthenticated');
    await this.limits.ofAccount(request.signedIn.id);
    this.authorise(request.signedIn, access.permission);
    return true;
  }

  /** A session that has not proven its second factor learns nothing else; nobody is asked to prove it for what they may not do. */
  private authorise(user: SessionUser, permission: Permission): void {
    const demanded = proofDemanded(this.config.secondFactor.mode, user, permission, this.clock.now());
    if (demanded === 'secondFactorRequired') throw new DomainError(demanded);
    authorise(actorOf(user), permission);
    if (demanded !== 'allowed') throw new DomainError(demanded);
  }
}
