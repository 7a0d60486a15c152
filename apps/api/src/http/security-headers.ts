import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/** The documentation page styles itself inline; no other page may, and no page runs a script that is not ours. */
const DOCUMENTATION = /^\/api\/docs\/?(\?|$)/;

/** What helmet says. It says the same to every request, so it is asked once: asking each time took a third of a read. */
function headersWith(styleSrc: string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => void (headers[name] = value),
    removeHeader: () => undefined,
  };
  const directives = {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc,
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    upgradeInsecureRequests: null,
  };
  const say = helmet({ contentSecurityPolicy: { directives } });
  say({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return headers;
}

export function setSecurityHeaders(fastify: FastifyInstance): void {
  const ordinary = headersWith(["'self'"]);
  const documentation = headersWith(["'self'", "'unsafe-inline'"]);
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(DOCUMENTATION.test(request.url) ? documentation : ordinary);
    done();
  });
}
