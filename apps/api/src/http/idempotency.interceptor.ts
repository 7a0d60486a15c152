import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { actorOf } from '#core/users';
import { Database, JsonText } from '#platform/database';
import { Invalid } from '#platform/errors';
import { Idempotency } from '#platform/idempotency';
import type { SignedInRequest } from './access.guard.js';

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
      this.database.transaction(actor, async () => {
        const first = await this.idempotency.claim(claim);
        if (first !== undefined) {
          http.getResponse<FastifyReply>().header('idempotent-replayed', 'true');
          return JsonText.parse(first);
        }
        const answer: unknown = await lastValueFrom(next.handle());
        if (answer instanceof JsonText) await this.idempotency.keep(claim, answer.serialise());
        return answer;
      }),
    );
  }
}
