import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Actor } from '#domain/access/actor';
import { actorOf } from '#core/users';
import { Database, JsonText } from '#platform/database';
import { Invalid } from '#platform/errors';
import { Idempotency, type IdempotentRequest } from '#platform/idempotency';
import type { SignedInRequest } from './session-token.js';

const KEY = /^[\x21-\x7e]([\x20-\x7e]{0,126}[\x21-\x7e])?$/;

/** `Idempotency-Key`: the key and the act are one transaction, so that the answer is kept exactly when the act is. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<SignedInRequest>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined || !request.signedIn) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key))
      throw new Invalid([{ code: 'notIdempotencyKey', path: 'Idempotency-Key' }]);
    const actor = actorOf(request.signedIn);
    const asked = JSON.stringify([request.method, request.url, request.body ?? null]);
    const claim = { actorId: actor.userId, key, request: asked };
    return from(
      this.once(actor, claim, () => lastValueFrom(next.handle())).catch((error: unknown) => {
        if (!(error instanceof UsedBefore)) throw error;
        http.getResponse<FastifyReply>().header('idempotent-replayed', 'true');
        return this.idempotency.first(actor, claim).then((first) => JsonText.parse(first));
      }),
    );
  }

  /** Claim and act are sent together; where the key turns out to be used, the act is undone with the transaction. */
  private once(actor: Actor, claim: IdempotentRequest, act: () => Promise<unknown>): Promise<unknown> {
    return this.database.transaction(actor, async () => {
      const [claimed, acted] = await Promise.allSettled([this.idempotency.claim(claim), act()]);
      if (claimed.status === 'rejected') throw claimed.reason;
      if (!claimed.value) throw new UsedBefore();
      if (acted.status === 'rejected') throw acted.reason;
      if (acted.value instanceof JsonText) this.idempotency.keep(claim, acted.value.serialise());
      return acted.value;
    });
  }
}

class UsedBefore extends Error {}
