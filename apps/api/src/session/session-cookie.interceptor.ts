import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { stateOf } from '#core/second-factor';
import type { SessionUser, VerifiedUser } from '#core/users';
import { CONFIG, type Config } from '#platform/config';
import { DEVICE_SECONDS, deviceCookieOf, SIGN_IN_PATH } from './device-cookie.js';
import { isHttps, sessionCookieOf } from '../http/session-token.js';

interface Signed {
  user?: SessionUser;
  /** A new session's token, `null` where it ends, absent where it goes on. */
  token?: string | null;
  /** Whose browser is known from now on. */
  device?: VerifiedUser;
}

/** The token goes into a cookie that no script can read, never into the body. */
@Injectable()
export class SessionCookie implements NestInterceptor {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  intercept(context: ExecutionContext, next: CallHandler<Signed>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map(({ user, token, device }) => {
        const name = sessionCookieOf(this.config);
        if (token === null) reply.clearCookie(name, this.options());
        else if (token !== undefined) reply.setCookie(name, token, this.options());
        if (device) reply.setCookie(deviceCookieOf(device.email), device.deviceCookie, this.deviceOptions());
        return user && { user: shown(user), secondFactor: stateOf(this.config.secondFactor.mode, user) };
      }),
    );
  }

  private options() {
    return { path: '/', httpOnly: true, sameSite: 'strict' as const, secure: isHttps(this.config) };
  }

  /** Sent where somebody signs in, and nowhere else. */
  private deviceOptions() {
    return { ...this.options(), path: SIGN_IN_PATH, maxAge: DEVICE_SECONDS };
  }
}

function shown({ id, name, email, roles, organisation }: SessionUser) {
  return { id, name, email, roles, organisation };
}
