import { createHash } from 'node:crypto';
import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';

const SECONDS = 60;

interface CacheConfig {
  isCacheable?: boolean;
}

/** Anyone gets the same answer, so anyone on the way may keep it for a minute, and asks after that whether it is still so. */
export const Cacheable = (): MethodDecorator =>
  applyDecorators(
    RouteConfig({ isCacheable: true }),
    ApiResponse({ status: 304, description: 'As before: `If-None-Match` names what is current' }),
  );

/** The tag is of the bytes; a file that is written while it is read has none. What is not for everyone is kept by nobody. */
export function letCache(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const { isCacheable } = request.routeOptions.config as CacheConfig;
    if (!isCacheable || reply.statusCode !== 200) {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
      return done(null, payload);
    }
    reply.header('cache-control', `public, max-age=${SECONDS}`).header('vary', 'Accept-Language');
    if (typeof payload !== 'string') return done(null, payload);
    const etag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
    reply.header('etag', etag);
    if (!namesOf(request.headers['if-none-match']).includes(etag)) return done(null, payload);
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return done(null, '');
  });
}

/** Weak or strong: whoever compares for reading does not mind. */
const namesOf = (header: string | undefined): string[] =>
  (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
