import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SessionUser } from '#core/users';
import type { Config } from '#platform/config';

export interface SignedInRequest extends FastifyRequest {
  /** As the browser sent it. */
  sessionToken?: string;
  signedIn?: SessionUser;
  /** Whether what let them in lets them in still: for answers that go on. */
  mayGoOn?: () => Promise<boolean>;
}

export const isHttps = ({ publicOrigin }: Config): boolean => publicOrigin.startsWith('https:');

/** Over https a browser takes `__Host-` from this host alone: no neighbour under the same domain can put one in its place. */
export const sessionCookieOf = (config: Config): string =>
  isHttps(config) ? '__Host-medel_session' : 'medel_session';

/** The one place where the cookie is read. */
export function readSessionToken(fastify: FastifyInstance, config: Config): void {
  const name = sessionCookieOf(config);
  fastify.decorateRequest('sessionToken', undefined);
  fastify.addHook('onRequest', (request: SignedInRequest, _reply, done) => {
    request.sessionToken = request.cookies[name];
    done();
  });
}
