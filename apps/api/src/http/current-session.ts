import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Session } from '#core/second-factor';
import { SESSION_COOKIE, type SignedInRequest } from './access.guard.js';

/** Who is signed in, and the name of the session that says so. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): Session => {
  const { signedIn, cookies } = context.switchToHttp().getRequest<SignedInRequest>();
  return { user: signedIn!, token: cookies[SESSION_COOKIE]! };
});
