import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Medel, type Answer, type Any, type Client } from '#testing';
import { enrolApp } from './factors.js';
import { LyingProvider, type Lie } from './lying-provider.js';
import { expectProblem, findingsOf } from './problem.js';
import { CLIENT, RealProvider } from './real-provider.js';
import { must } from './stage.js';

const ORIGIN = 'http://medel.example';
const PASSWORD = 'tre grå hästar i regn';
const RETURN = `${ORIGIN}/logga-in/klar`;

let real: RealProvider;
let liar: LyingProvider;
let medel: Medel;
let admin: Client;
let malmo: string;

beforeAll(async () => {
  real = await RealProvider.listen();
  liar = await LyingProvider.listen();
  const of = (id: string, issuer: string, side: 'agency' | 'recipient') => ({
    ...CLIENT,
    id,
    name: `Demo: ${id}`,
    issuer,
    side,
    personClaim: 'sub',
  });
  medel = await Medel.start({
    publicOrigin: ORIGIN,
    identityProviders: [
      of('myndigheten', real.issuer, 'agency'),
      of('kommunen', real.issuer, 'recipient'),
      of('lognaren', liar.issuer, 'agency'),
      of('borta', 'http://127.0.0.1:9', 'agency'),
    ],
  });
  real.serve(RETURN);
  admin = await medel.as('admin');
  malmo = (await admin.get('/organisations?code=1280')).body.items[0].id;
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
  await real.close();
  await liar.close();
});

const cookieOf = ({ headers }: Answer<unknown>) => headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** A browser that goes to a provider. */
async function begin(provider: string) {
  const answer = await must(medel.anyone().post<Any>('/public/sign-in', { body: { provider } }), 200);
  return { address: new URL(answer.body.address), cookie: cookieOf(answer), answer };
}
const finish = (answer: string, cookie: string) =>
  medel.anyone().post<Any>('/public/sign-in/finish', { body: { answer }, headers: { cookie } });

async function signIn(provider: string, subject: string): Promise<Answer<Any>> {
  const { address, cookie } = await begin(provider);
  return finish(await real.walk(address.href, subject), cookie);
}

function expectRefused(answer: Answer<Any>, code: string, status = 401): void {
  expectProblem(answer, status, status === 401 ? 'unauthenticated' : 'unavailable');
  expect(findingsOf(answer)).toEqual([code]);
  expect(answer.headers.getSetCookie()).toEqual([]);
}

let made = 0;
/** Somebody who is invited; the provider knows them as the subject, with the address made sure of. */
async function invited({ organisationId = null as string | null, isVerified = true } = {}) {
  const subject = `person-${(made += 1)}`;
  const email = `${subject}@medel.example`;
  const roles = [organisationId === null ? 'auditor' : 'signatory'];
  const body = { name: 'Demo Person', email, roles, organisationId };
  const { id } = (await must(admin.post<Any>('/users', { body }), 201)).body;
  const { token } = (await must(admin.post<Any>(`/users/${id}/invite`), 200)).body;
  real.people.set(subject, { email: email.toUpperCase(), email_verified: isVerified });
  return { id: id as string, subject, email, token: token as string };
}
const linksOf = async (id: string) =>
  (await medel.owner.query(`SELECT subject FROM user_identities WHERE user_id = $1`, [id])).rows.length;

describe('by the word of a provider', () => {
  it('who is invited gets in, and is known from then on, by the person and not by the address', async () => {
    const { id, subject, token } = await invited();
    const first = await must(signIn('myndigheten', subject), 200);
    expect(first.body).toMatchObject({ user: { id, roles: ['auditor'] }, secondFactor: 'notAsked' });
    const headers = { cookie: cookieOf(first) };
    expect((await medel.anyone().get('/session', { headers })).body.user.id).toBe(id);
    // The invitation is used, and the address may be anything.
    const accepted = { body: { token, password: PASSWORD } };
    expect(findingsOf(await medel.anyone().post('/public/invitations/accept', accepted))).toEqual([
      'token invitationNotValid',
    ]);
    real.people.set(subject, {});
    const again = await must(signIn('myndigheten', subject), 200);
    expect(again.body.user.id).toBe(id);
    expect(cookieOf(again)).not.toBe(headers.cookie);
    const { rows } = await medel.owner.query<Any>(
      `SELECT data, actor_id FROM audit_events WHERE subject_id = $1 AND action = 'link-identity'`,
      [id],
    );
    expect(rows).toEqual([{ data: { provider: 'myndigheten' }, actor_id: id }]);
  });

  it('a session that the browser had ends, and the second factor is still to be proven', async () => {
    const { subject } = await invited();
    const before = await must(signIn('myndigheten', subject), 200);
    await enrolApp(await clientOf(before));
    const { address, cookie } = await begin('myndigheten');
    const query = await real.walk(address.href, subject);
    const after = await must(finish(query, `${cookie}; ${cookieOf(before)}`), 200);
    expect(after.body.secondFactor).toBe('prove');
    const status = async (session: string) =>
      (await medel.anyone().get('/exports', { headers: { cookie: session } })).status;
    expect([await status(cookieOf(before)), await status(cookieOf(after))]).toEqual([401, 403]);
  });

  it('nobody gets in who was not invited, whose address is not made sure of, or whose account is in use', async () => {
    real.people.set('okand', { email: 'okand@medel.example', email_verified: true });
    expectRefused(await signIn('myndigheten', 'okand'), 'identityNotKnown');
    const { id, subject } = await invited({ isVerified: false });
    expectRefused(await signIn('myndigheten', subject), 'identityNotKnown');
    real.people.set(subject, { email: `${subject}@medel.example` });
    expectRefused(await signIn('myndigheten', subject), 'identityNotKnown');
    expect(await linksOf(id)).toBe(0);
    // An account with a password is not taken over by whoever the provider gives its address.
    real.people.set('tjuv', { email: 'admin@medel.example', email_verified: true });
    expectRefused(await signIn('myndigheten', 'tjuv'), 'identityNotKnown');
    const known = await invited();
    await must(signIn('myndigheten', known.subject), 200);
    real.people.set('tjuv', { email: known.email, email_verified: true });
    expectRefused(await signIn('myndigheten', 'tjuv'), 'identityNotKnown');
    await must(admin.edit(`/users/${known.id}`, { isActive: false }), 200);
    expectRefused(await signIn('myndigheten', known.subject), 'identityNotKnown');
  });

  it('each side has its own providers', async () => {
    const staff = await invited();
    const recipient = await invited({ organisationId: malmo });
    expectRefused(await signIn('kommunen', staff.subject), 'identityNotKnown');
    expectRefused(await signIn('myndigheten', recipient.subject), 'identityNotKnown');
    expect([await linksOf(staff.id), await linksOf(recipient.id)]).toEqual([0, 0]);
    await must(signIn('kommunen', recipient.subject), 200);
    expectRefused(await signIn('myndigheten', recipient.subject), 'identityNotKnown');
  });

  it('an answer is good once, in the browser that asked, for what it asked', async () => {
    const { subject } = await invited();
    const [mine, theirs] = [await begin('myndigheten'), await begin('myndigheten')];
    expect(mine.address.searchParams.get('code_challenge_method')).toBe('S256');
    expect(mine.answer.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Strict/);
    const answer = await real.walk(mine.address.href, subject);
    for (const cookie of ['', 'medel_sign_in=x'])
      expectRefused(await finish(answer, cookie), 'signInTooLate');
    expectRefused(await finish(answer, theirs.cookie), 'providerNotBelieved');
    expectRefused(await finish(answer, theirs.cookie), 'signInTooLate');
    await must(finish(answer, mine.cookie), 200);
    expectRefused(await finish(answer, mine.cookie), 'signInTooLate');
    const late = await begin('myndigheten');
    const tooLate = await real.walk(late.address.href, subject);
    await medel.owner.query(`UPDATE sign_in_attempts SET expires_at = now() - interval '1 second'`);
    expectRefused(await finish(tooLate, late.cookie), 'signInTooLate');
  });

  it('is offered by name, and nothing else of the provider is told', async () => {
    const { body } = await medel.anyone().get('/public/instance');
    expect(body.providers.slice(0, 2)).toEqual([
      { id: 'myndigheten', name: 'Demo: myndigheten' },
      { id: 'kommunen', name: 'Demo: kommunen' },
    ]);
    expectProblem(await medel.anyone().post('/public/sign-in', { body: { provider: 'x' } }), 404, 'notFound');
    const headers = { origin: 'https://evil.example' };
    const foreign = await medel.anyone().post('/public/sign-in', { body: { provider: 'kommunen' }, headers });
    expectProblem(foreign, 403, 'forbidden');
  });

  async function clientOf({ headers }: Answer<unknown>): Promise<Client> {
    const client = medel.anyone();
    (client as unknown as { adopt: (answer: object) => void }).adopt({ headers });
    return client;
  }
});

describe('a provider', () => {
  beforeEach(async () => {
    liar.lie = {};
    const { rows } = await medel.owner.query(`SELECT 1 FROM user_identities WHERE subject = 'nils'`);
    if (rows.length > 0) return;
    const { id } = await invited();
    await medel.owner.query(`INSERT INTO user_identities VALUES ($1, 'nils', $2, now())`, [liar.issuer, id]);
  });

  /** Comes back with a code, and what the liar says of it. */
  async function told(lie: Lie, changes: Record<string, string> = {}): Promise<Answer<Any>> {
    const { address, cookie } = await begin('lognaren');
    liar.lie = lie;
    liar.nonce = address.searchParams.get('nonce')!;
    const state = address.searchParams.get('state')!;
    return finish(new URLSearchParams({ code: 'x', state, iss: liar.issuer, ...changes }).toString(), cookie);
  }

  it('is believed when it tells the truth', async () => {
    await must(told({}), 200);
    await must(told({ claims: { aud: ['medel'] } }), 200);
  });

  const past = Math.floor(Date.now() / 1_000) - 3_600;
  it.each<[string, Lie]>([
    ['another nonce', { claims: { nonce: 'another' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another audience', { claims: { aud: 'another' } }],
    ['another party of several audiences', { claims: { aud: ['medel', 'another'], azp: 'another' } }],
    ['another issuer', { claims: { iss: 'https://another.example' } }],
    ['a time that has passed', { claims: { exp: past, iat: past - 60 } }],
    ['no person', { claims: { sub: undefined } }],
    ['a person that is no text', { claims: { sub: 7 } }],
    ['no signature', { alg: 'none' }],
    ['a signature by a secret', { alg: 'HS256' }],
    ['a signature by another key', { isForeignKey: true }],
    ['no JSON', { answer: (response) => response.setHeader('content-type', 'text/html').end('<p>Hej') }],
    [
      'that the code is none',
      { answer: (response) => response.writeHead(400).end('{"error":"invalid_grant"}') },
    ],
  ])('is not believed with %s', async (_, lie) => {
    expectRefused(await told(lie), 'providerNotBelieved');
  });

  it.each([
    ['another issuer than was asked', { iss: 'https://another.example' }, 'providerNotBelieved'],
    ['another state', { state: 'another' }, 'providerNotBelieved'],
    ['no code', { code: '' }, 'providerNotBelieved'],
    ['a refusal', { error: 'access_denied' }, 'providerRefused'],
  ])('sends nobody in with %s', async (_, changes, code) => {
    expectRefused(await told({}, changes), code);
  });

  it.each(['x', '?', '%', 'code=å\u0001&code=2', `code=${'x'.repeat(7_000)}`])(
    'sends %j: refused',
    async (answer) => {
      expectRefused(await finish(answer, (await begin('lognaren')).cookie), 'providerNotBelieved');
    },
  );

  it('that is down, slow or out of order is told of, and nothing fails', async () => {
    const gone = await medel.anyone().post<Any>('/public/sign-in', { body: { provider: 'borta' } });
    expectRefused(gone, 'providerAway', 503);
    const broken: Lie = { answer: (response) => response.writeHead(502).end('oj') };
    expectRefused(await told(broken), 'providerAway', 503);
    expectRefused(await told({ answer: () => undefined }), 'providerAway', 503);
  });
});
