import type { FastifyInstance } from 'fastify';
import type { RequestLimits } from '#platform/limits';
import { sendProblem } from './problem.filter.js';

/** Before anything is read of a request. Whoever asks whether we are well, asks as often as they like. */
export function limitRequests(fastify: FastifyInstance, limits: RequestLimits): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/health/')) return done();
    limits.ofAddress(request.ip).then(
      () => done(),
      (refusal: unknown) => sendProblem(refusal, request, reply),
    );
  });
}
