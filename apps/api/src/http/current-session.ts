import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Session } from '#core/users';
import type { SignedInRequest } from './session-token.js';

/** Who is signed in, and the name of the session that says so. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): Session => {
  const { signedIn, sessionToken } = context.switchToHttp().getRequest<SignedInRequest>();
  return { user: signedIn!, token: sessionToken! };
});
