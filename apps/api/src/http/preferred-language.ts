import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { preferredLanguage, type Language } from '#text';

/** What `Accept-Language` asks for most; the answer says which language it is in. */
export const PreferredLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language => {
  const http = context.switchToHttp();
  const language = preferredLanguage(http.getRequest<FastifyRequest>().headers['accept-language']);
  http.getResponse<FastifyReply>().header('content-language', language);
  return language;
});
