import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Medel, type MedelOptions } from '#testing';

const credentials = { email: 'revisor@medel.example', password: 'medel-demo' };
const cookieOf = async (medel: Medel, options = {}): Promise<string> =>
  (await medel.anyone().post('/session', { body: credentials, ...options })).headers.getSetCookie()[0]!;

/** What a browser is told beside the answer. */
describe.each<[string, MedelOptions, string]>([
  ['over https', { publicOrigin: 'https://bidrag.example.se' }, '__Host-medel_session'],
  ['on this machine', {}, 'medel_session'],
])('%s', (_, options, name) => {
  let medel: Medel;

  beforeAll(async () => {
    medel = await Medel.start(options);
  });
  afterAll(() => medel.stop());

  it('a session is a cookie of this host alone, which no script reads and no other site sends', async () => {
    const secure = options.publicOrigin ? '; Secure' : '';
    const cookie = await cookieOf(medel);
    expect(cookie).toMatch(new RegExp(`^${name}=[\\w-]{43}; Path=/; HttpOnly${secure}; SameSite=Strict$`));
    const headers = { cookie: cookie.split(';')[0]! };
    expect((await medel.anyone().get('/session', { headers })).status).toBe(200);
    const other = { cookie: headers.cookie.replace(name, `other_${name}`) };
    expect((await medel.anyone().get('/session', { headers: other })).status).toBe(401);
  });

  it.each(['/session', '/public/instance', '//health/live', '//', '//nowhere'])(
    '%s says what the browser may not do with it',
    async (path) => {
      const { headers } = await medel.anyone().get(path, { headers: { accept: 'text/html' } });
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      const policy = headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
    },
  );

  it.each<[string, Record<string, string>, number]>([
    ['//medel.svg', { range: 'bytes=x' }, 200],
    ['//medel.svg', { range: 'bytes=900000-' }, 200],
    ['//medel.svg', { 'if-match': '"x"' }, 200],
    ['//medel.svg', { 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 200],
    ['//assets/%2e%2e/index.html', {}, 404],
    ['//assets/..%2findex.html', {}, 404],
    ['//assets/..%5cindex.html', {}, 404],
    ['//assets/%00', {}, 404],
    ['//assets/', {}, 404],
  ])('%s with %j: %i', async (path, headers, status) => {
    expect((await medel.anyone().get(path, { headers })).status).toBe(status);
  });

  it('what is not for everyone is kept by nobody on the way', async () => {
    const { headers } = await (await medel.as('revisor')).get('/applications');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
