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
/** As the build names them; no name leads out of the folder. */
const ASSET = /^\w[\w.-]*$/;
/** What a server may pass over (RFC 9110, 13.1 and 14.2): a page is small, is given whole, and is nobody's to change. */
const WHOLE = {
  onRequest: ({ headers }: FastifyRequest, _: FastifyReply, done: () => void) => {
    delete headers.range;
    delete headers['if-match'];
    delete headers['if-unmodified-since'];
    done();
  },
};
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
    acceptRanges: false,
    etag: true,
  });
  fastify.get('/assets/*', WHOLE, (request, reply) => {
    const name = (request.params as { '*': string })['*'];
    if (!ASSET.test(name)) return sendProblem(new NotFound(), request, reply);
    return reply.sendFile(`assets/${name}`, { maxAge: YEAR * 1000, immutable: true });
  });
  fastify.get('/medel.svg', WHOLE, (_, reply) => reply.sendFile('medel.svg', { maxAge: 3600 * 1000 }));
  fastify.get('/*', WHOLE, (request, reply) => sendPage(request, reply));
}

/** To a browser that wants a page. A program that asks for something we do not have is told so. */
function sendPage(request: FastifyRequest, reply: FastifyReply): unknown {
  const wantsPage = request.url === '/' || (request.headers.accept ?? '').includes('text/html');
  if (!wantsPage || NOT_A_PAGE.test(request.url)) return sendProblem(new NotFound(), request, reply);
  return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
}
