import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { actorOf } from '#core/users';
import type { SignedInRequest } from './session-token.js';

/** Who is signed in, as the one who acts. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return actorOf(context.switchToHttp().getRequest<SignedInRequest>().signedIn!);
});
