import type { FastifyInstance } from 'fastify';
import { JsonText } from '#platform/database';
import { etagOf } from './if-match.js';

/** Sends what PostgreSQL wrote as it is, with its version as ETag and its place as Location. */
export function sendJsonText(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (_request, reply, payload, done) => {
    if (payload instanceof JsonText) {
      reply.header('content-type', 'application/json; charset=utf-8');
      if (payload.version !== null) reply.header('etag', etagOf(payload.version));
      if (payload.location !== null) reply.header('location', payload.location);
      reply.serializer((answer: JsonText) => answer.text);
    }
    done(null, payload);
  });
}
