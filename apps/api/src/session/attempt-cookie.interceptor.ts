import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { CONFIG, type Config } from '#platform/config';
import { isHttps } from '../http/session-token.js';

const SECONDS = 600;

export interface AttemptRequest extends FastifyRequest {
  signInAttempt?: string;
}

/** Ties an attempt to sign in to the browser that began it. It is read by our own page alone, so that it may be strict. */
@Injectable()
export class AttemptCookie implements NestInterceptor {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const secure = isHttps(this.config);
    const name = secure ? '__Host-medel_sign_in' : 'medel_sign_in';
    const request = http.getRequest<AttemptRequest>();
    request.signInAttempt = request.cookies[name];
    return next.handle().pipe(
      map((answer: { attempt?: string }) => {
        if (answer.attempt === undefined) return answer;
        const { attempt, ...shown } = answer;
        const options = { path: '/', httpOnly: true, sameSite: 'strict' as const, secure, maxAge: SECONDS };
        http.getResponse<FastifyReply>().setCookie(name, attempt, options);
        return shown;
      }),
    );
  }
}
