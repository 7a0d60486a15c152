import { existsSync } from 'node:fs';
import { join } from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '#platform/errors';
import { sendProblem } from './problem.filter.js';

/** What `npm run build` makes of apps/web; where Medel is started says where it lies. */
const FOLDER = join(process.cwd(), 'dist/web');
/** What is not a page, whoever asks for it. */
const NOT_A_PAGE = /^\/(api|health|metrics|\.[^/]*)(\/|\?|$)/;
const YEAR = 365 * 24 * 3600;

/**
 * The pages. Their files are compressed when they are built; those in `assets` are named after their content and never change.
 * Every other address is the same page, which finds its way in the browser.
 */
export async function serveWeb(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(join(FOLDER, 'index.html'))) return;
  await fastify.register(serveStatic as never, {
    root: FOLDER,
    serve: false,
    preCompressed: true,
    etag: true,
  });
  fastify.get('/assets/*', (request, reply) =>
    reply.sendFile(`assets/${(request.params as { '*': string })['*']}`, {
      maxAge: YEAR * 1000,
      immutable: true,
    }),
  );
  fastify.get('/medel.svg', (_, reply) => reply.sendFile('medel.svg', { maxAge: 3600 * 1000 }));
  fastify.get('/*', (request, reply) => sendPage(request, reply));
}

/** To a browser that wants a page. A program that asks for something we do not have is told so. */
function sendPage(request: FastifyRequest, reply: FastifyReply): unknown {
  const wantsPage = request.url === '/' || (request.headers.accept ?? '').includes('text/html');
  if (!wantsPage || NOT_A_PAGE.test(request.url)) return sendProblem(new NotFound(), request, reply);
  return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
}
