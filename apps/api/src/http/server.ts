import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { RequestMethod, type INestApplication } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { CONFIG, type Config } from '#platform/config';
import { Invalid, NotFound } from '#platform/errors';
import { Metrics } from '#platform/metrics';
import { AT_THE_ROOT, readAccessTable } from './access-table.js';
import { RequestLimits } from '#platform/limits';
import { limitRequests } from './request-limit.js';
import { letCache } from './cacheable.js';
import { sendJsonText } from './json-text.js';
import { serveApiDocs } from './openapi.js';
import { sendProblem } from './problem.filter.js';
import { setSecurityHeaders } from './security-headers.js';
import { readForms } from './upload.interceptor.js';
import { readJson } from './read-json.js';
import { readSessionToken } from './session-token.js';
import { serveWeb } from './web.js';
import { refuseUnparsed } from './unparsed.js';
import { readXml } from './xml.js';

export const API_PREFIX = 'api/v1';
const BODY_LIMIT = 4 * 1024 * 1024;
/** The largest file that is taken, 256 MB, on a line of 4 Mbit/s. Whoever sends slower than that holds a connection for nothing. */
const LONGEST_MILLISECONDS = 10 * 60_000;

export function createAdapter(logger: Logger, { trustedProxies }: Config): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: logger,
    // Requests are logged below, by what may be logged of them.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: LONGEST_MILLISECONDS,
    // Refused by `refuseNameless`, in the form of every refusal.
    http: { requireHostHeader: false },
    trustProxy: trustedProxies.length > 0 && trustedProxies,
    genReqId: () => randomUUID(),
    clientErrorHandler: refuseUnparsed,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read, or is too long: nothing is there.
    frameworkErrors: (_: unknown, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(new NotFound(), request, reply),
  });
}

/** Everything about HTTP that is the same for all routes. */
export async function prepareServer(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(cookie as never);
  answerWhateverIsExpected(fastify);
  refuseNameless(fastify);
  readSessionToken(fastify, app.get<Config>(CONFIG));
  setSecurityHeaders(fastify);
  limitRequests(fastify, app.get(RequestLimits));
  readJson(fastify);
  readForms(fastify);
  readXml(fastify);
  sendJsonText(fastify);
  letCache(fastify);
  logRequests(fastify, app.get(Metrics));
  app.setGlobalPrefix(API_PREFIX, { exclude: AT_THE_ROOT.flatMap(atAndBelow) });
  serveApiDocs(app as INestApplication);
  readAccessTable(app, API_PREFIX);
  await serveWeb(fastify);
}

/** Node refuses an `Expect` that it does not know, with a 417 that the contract does not have; it may be passed over. */
function answerWhateverIsExpected({ server }: FastifyInstance): void {
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}

/** HTTP/1.1 asks for a `Host` (RFC 9112, 3.2); Node would answer without a body. */
function refuseNameless(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.headers.host !== undefined || request.raw.httpVersion !== '1.1') return done();
    sendProblem(new Invalid([{ code: 'required', path: 'Host' }]), request, reply);
  });
}

const atAndBelow = (path: string) =>
  [path, `${path}/*path`].map((each) => ({ path: each, method: RequestMethod.GET }));

/** One line a request: no address, no query, no body, for any of them may hold personal data. */
function logRequests(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, id, routeOptions } = request;
    const line = {
      requestId: id,
      method,
      route: routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    request.log.info(line, 'request');
    metrics.requested(method, routeOptions.url, reply.statusCode, reply.elapsedTime / 1_000);
    done();
  });
}
