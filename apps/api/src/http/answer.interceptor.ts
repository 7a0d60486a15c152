import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { JsonText } from '#platform/database';
import { etagOf } from './if-match.js';

/** Sends what PostgreSQL wrote as it is, with its version as ETag. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((answer: unknown) => {
        if (!(answer instanceof JsonText)) return answer;
        const reply = context.switchToHttp().getResponse<FastifyReply>();
        reply.header('content-type', 'application/json; charset=utf-8');
        if (answer.version !== null) reply.header('etag', etagOf(answer.version));
        if (answer.location !== null) reply.header('location', answer.location);
        return answer.text;
      }),
    );
  }
}
