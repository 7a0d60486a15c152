import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '#platform/clock';
import { Client, Medel, until, type Answer, type Any } from '#testing';
import { createApi } from '../../apps/api/src/create-api.js';
import { enrolApp } from './factors.js';
import { expectProblem, findingsOf } from './problem.js';
import { must, NOWHERE, Stage } from './stage.js';

const PASSWORD = 'tre grå hästar i regn';
const DAY = 86_400_000;
const STOCKHOLM = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });
const dayIn = (days: number) => STOCKHOLM.format(new Date(Date.now() + days * DAY));

let medel: Medel;
let stage: Stage;
let second: NestFastifyApplication;
let elsewhere: string;

beforeAll(async () => {
  medel = await Medel.start({ limits: { requestsPerKey: 25 } });
  stage = await Stage.set(medel);
  second = await createApi(medel.config);
  await second.listen(0, medel.config.host);
  elsewhere = (await second.getUrl()).replace('[::1]', '127.0.0.1');
});
afterAll(async () => {
  await medel.expectCoherent();
  await second.close();
  await medel.stop();
});

const make = (who: Client, scopes: string[], body: object = {}) =>
  who.post<Any>('/api-keys', {
    body: { name: 'Demo: ekonomisystem', scopes, expiresOn: dayIn(30), ...body },
  });
const made = async (who: Client, scopes: string[]) => (await must(make(who, scopes), 201)).body;

/** A machine: it knows a key, and no cookie. */
function machine(key: string, address = medel.address) {
  const client = new Client(address);
  const headers = { authorization: `Bearer ${key}` };
  return {
    get: (path: string, more: Record<string, string> = {}) =>
      client.get<Any>(path, { headers: { ...headers, ...more } }),
    post: (path: string, body?: unknown, more: Record<string, string> = {}) =>
      client.post<Any>(path, { body, headers: { ...headers, ...more } }),
    delete: (path: string) => client.delete<Any>(path, { headers }),
  };
}

let people = 0;
/** Somebody with an account of their own. */
async function person(roles: string[], organisationId: string | null = null) {
  const { admin } = stage.people;
  const email = `nyckel${(people += 1)}@medel.example`;
  const { id } = (
    await must(admin.post<Any>('/users', { body: { name: 'Demo', email, roles, organisationId } }), 201)
  ).body;
  const { token } = (await must(admin.post<Any>(`/users/${id}/invite`), 200)).body;
  await must(medel.anyone().post('/public/invitations/accept', { body: { token, password: PASSWORD } }), 204);
  return { id: id as string, email, client: await medel.anyone().signIn(email, PASSWORD) };
}

const bare = ({ status, body, headers }: Answer<Any>) => ({
  status,
  body: { ...body, requestId: '' },
  headers: [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name)),
});

describe('a key', () => {
  it('is shown once, kept as a hash, and told by its id', async () => {
    const { ekonomi } = stage.people;
    const { key, id, ...rest } = await made(ekonomi, ['payment.read', 'call.read', 'payment.read']);
    expect(key).toMatch(/^medel_[0-9a-f]{32}_[\w-]{43}$/);
    expect(key.split('_')[1]).toBe(id.replaceAll('-', ''));
    expect(rest).toMatchObject({ scopes: ['payment.read', 'call.read'], expiresOn: dayIn(30) });
    const secret = key.split('_').at(-1);
    const tables = await medel.owner.query<{ text: string }>(
      `SELECT coalesce(string_agg(row::text, ' '), '') AS text FROM (SELECT k AS row FROM api_keys k) r
       UNION ALL SELECT coalesce(string_agg(data::text, ' '), '') FROM audit_events`,
    );
    for (const { text } of tables.rows) expect(text).not.toContain(secret);

    const listed = async () =>
      (await must(ekonomi.get<Any>('/api-keys'), 200)).body.items.find((each: Any) => each.id === id);
    expect(await listed()).toMatchObject({ name: 'Demo: ekonomisystem', lastUsedAt: null });
    await must(machine(key).get('/payments'), 200);
    const { lastUsedAt, ...shown } = await listed();
    expect(Math.abs(Date.parse(lastUsedAt) - Date.now())).toBeLessThan(120_000);
    expect(JSON.stringify(shown)).not.toContain(secret);
    // Nobody else's to see or end.
    expect(JSON.stringify((await stage.people.admin.get('/api-keys')).body)).not.toContain(id);
    const refused = [`/api-keys/${id}`, `/api-keys/${NOWHERE}`].map((path) =>
      stage.people.admin.delete(path),
    );
    const [theirs, none] = (await Promise.all(refused)).map(bare);
    expect(theirs).toEqual(none);
    expect(theirs!.status).toBe(404);
  });

  it('does what its scopes say, and nothing else that its owner may', async () => {
    const { key } = await made(stage.people.admin, ['call.read', 'organisation.read']);
    const it = machine(key);
    await must(it.get('/calls'), 200);
    await must(it.get('/organisations'), 200);
    const refused = [
      it.get('/users'),
      it.get('/payments'),
      it.get('/session'),
      it.get('/sessions'),
      it.delete('/sessions'),
      it.get('/second-factor'),
      it.post('/second-factor/totp'),
      it.get('/api-keys'),
      it.post('/api-keys', { name: 'Demo', scopes: ['call.read'], expiresOn: dayIn(3) }),
      it.post('/calls', stage.newCall()),
      it.post('/session/change-password', { currentPassword: 'medel-demo', newPassword: PASSWORD }),
    ];
    for (const answer of await Promise.all(refused)) expectProblem(answer, 403, 'forbidden');
    expect((await it.get('/calls')).body.items.flatMap(({ actions }: Any) => actions ?? [])).toEqual([]);
    expect((await stage.people.admin.get('/calls')).body.items[0].actions).not.toEqual([]);
  });

  it('is never for more than its maker may do, and ends within a year: all that is wrong is told at once', async () => {
    const { revisor, handlaggare } = stage.people;
    const wrong = await make(revisor, ['call.read', 'report.edit'], { expiresOn: dayIn(-1) });
    expectProblem(wrong, 400, 'invalid');
    expect(findingsOf(wrong)).toEqual(['expiresOn keyMustEnd', 'scopes.1 scopeNotYours']);
    for (const scope of [
      'payment.attest',
      'decision.approve',
      'user.read',
      'session.read',
      'paymentFile.create',
      'x',
    ])
      expect(findingsOf(await make(stage.people.ekonomi, [scope]))).toEqual(['scopes notOneOf']);
    expect(findingsOf(await make(revisor, [], { name: ' ', expiresOn: '2027-02-30' }))).toEqual([
      'expiresOn notDate',
      'name tooShort',
      'scopes tooFew',
    ]);
    expect(findingsOf(await make(revisor, ['call.read'], { expiresOn: dayIn(367) }))).toEqual([
      'expiresOn keyMustEnd',
    ]);
    expectProblem(await make(handlaggare, ['call.read']), 403, 'forbidden');
  });

  it('of a recipient sees its own organisation and nothing of another', async () => {
    const [own, others] = [
      await stage.application('submitted'),
      await stage.application('submitted', 'annan'),
    ];
    const { key, id } = await made(stage.people['firmatecknare.1275'], [
      'application.read',
      'application.create',
      'call.read',
    ]);
    const it = machine(key);
    await must(it.get(`/applications/${own}`), 200);
    const [theirs, none] = [
      await it.get(`/applications/${others}`),
      await it.get(`/applications/${NOWHERE}`),
    ];
    expect([theirs.status, bare(theirs)]).toEqual([404, bare(none)]);
    const organisations = (await it.get('/applications?limit=200')).body.items.map(
      (each: Any) => each.organisation.id,
    );
    expect(new Set(organisations).size).toBe(1);

    const body = { callId: (await stage.openCall()).id };
    const once = { 'idempotency-key': 'maskin-1' };
    const begun = await must(it.post('/applications', body, once), 201);
    expect(begun.body.actions).toEqual([]);
    const again = await must(it.post('/applications', body, once), 201);
    expect([again.body.id, again.headers.get('idempotent-replayed')]).toEqual([begun.body.id, 'true']);
    const { rows } = await medel.owner.query<Any>(
      `SELECT e.data->>'apiKeyId' AS key, u.email FROM audit_events e JOIN users u ON u.id = e.actor_id WHERE subject_id = $1`,
      [begun.body.id],
    );
    expect(rows).toEqual([{ key: id, email: 'firmatecknare.1275@medel.example' }]);
  });

  it('follows what its owner may do from the next request on', async () => {
    const { admin } = stage.people;
    const { id, client } = await person(['financeOfficer', 'auditor']);
    const { key } = await made(client, ['sample.read', 'call.read', 'referenceRate.create']);
    const rate = { from: '1990-01-01', percent: 3.5 };
    expect((await machine(key).post('/reference-rates', rate)).status).not.toBe(403);
    await must(admin.edit(`/users/${id}`, { roles: ['auditor'] }), 200);
    expectProblem(await machine(key).post('/reference-rates', rate), 403, 'forbidden');
    await must(machine(key).get('/calls'), 200);
    // In another organisation the machine of the former one has nothing to do.
    const malmo = (await admin.get('/organisations?code=1280')).body.items[0].id;
    await must(admin.edit(`/users/${id}`, { roles: ['signatory'], organisationId: malmo }), 200);
    expectProblem(await machine(key).get('/calls'), 401, 'unauthenticated');
  });

  it('that is wrong, has ended, was revoked, or is of a closed account, is told the same', async () => {
    const { admin, ekonomi } = stage.people;
    const good = await made(ekonomi, ['call.read']);
    const wrong = `${good.key.slice(0, -1)}${good.key.endsWith('A') ? 'B' : 'A'}`;
    const told = bare(await machine(wrong).get('/calls'));
    expect(told).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    // Whoever shows a key is told of keys, and not of passwords.
    expect(told.body.title).toBe('Nyckeln gäller inte');
    expect((await medel.anyone().get('/calls')).body.title).toBe('Du behöver logga in');
    for (const authorization of [
      '',
      'Bearer',
      `Bearer ${good.key} x`,
      `Basic ${good.key}`,
      good.key,
      'Bearer \xe5',
    ])
      expect(bare(await medel.anyone().get('/calls', { headers: { authorization } }))).toEqual(told);

    const there = machine(good.key, elsewhere);
    expect([(await machine(good.key).get('/calls')).status, (await there.get('/calls')).status]).toEqual([
      200, 200,
    ]);
    await must(ekonomi.delete(`/api-keys/${good.id}`), 204);
    expect(bare(await machine(good.key).get('/calls'))).toEqual(told);
    await until(async () => (await there.get('/calls')).status === 401, { seconds: 10 });
    expectProblem(await ekonomi.delete(`/api-keys/${good.id}`), 404, 'notFound');

    const { id, client } = await person(['auditor']);
    const [ends, closed] = [await made(client, ['call.read']), await made(client, ['call.read'])];
    const clock = medel.api.get(Clock);
    try {
      clock.now = () => new Date(Date.now() + 29 * DAY);
      await must(machine(ends.key).get('/calls'), 200);
      clock.now = () => new Date(Date.now() + 32 * DAY);
      expect(bare(await machine(ends.key).get('/calls'))).toEqual(told);
    } finally {
      clock.now = Clock.prototype.now;
    }
    await must(machine(closed.key).get('/calls'), 200);
    await must(admin.edit(`/users/${id}`, { isActive: false }), 200);
    expect(bare(await machine(closed.key).get('/calls'))).toEqual(told);
    // It does not come back with the account.
    await must(admin.edit(`/users/${id}`, { isActive: true }), 200);
    expect(bare(await machine(closed.key).get('/calls'))).toEqual(told);
  });

  it('is refused beside a session, and asks for no origin: no browser sends it by itself', async () => {
    const { ekonomi } = stage.people;
    const { key } = await made(ekonomi, ['export.read', 'export.create']);
    for (const cookie of [ekonomi.session, 'medel_session=x']) {
      const both = await machine(key).get('/exports', { cookie });
      expectProblem(both, 400, 'invalid');
      expect(findingsOf(both)).toEqual(['Authorization keyBesideSession']);
    }
    const order = { kind: 'decisions', format: 'csv' };
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    await must(machine(key).post('/exports', order, foreign), 202);
    expectProblem(await ekonomi.post('/exports', { body: order, headers: foreign }), 403, 'forbidden');
    // A key signs nobody in, and out of nothing.
    const credentials = { email: 'ekonomi@medel.example', password: 'medel-demo' };
    expectProblem(await machine(key).post('/session', credentials, foreign), 403, 'forbidden');
    await must(machine(key).delete('/session'), 204);
    expect((await ekonomi.get('/session')).status).toBe(200);
  });

  it('that asks too often is stopped alone', async () => {
    const { client } = await person(['auditor']);
    const [busy, calm] = [await made(client, ['call.read']), await made(client, ['call.read'])];
    const answers = [];
    for (let time = 0; time < 26; time += 1) answers.push(await machine(busy.key).get('/calls'));
    expect(answers.slice(0, 25).every(({ status }) => status === 200)).toBe(true);
    expectProblem(answers[25]!, 429, 'tooManyRequests');
    expect(Number(answers[25]!.headers.get('retry-after'))).toBeGreaterThan(0);
    await must(machine(calm.key).get('/calls'), 200);
    await must(client.get('/calls'), 200);
  });

  it('takes a fresh proof to make, of who has a second factor, and none to use', async () => {
    const { id, client } = await person(['auditor']);
    await enrolApp(client);
    const { key } = await made(client, ['call.read']);
    await medel.owner.query(
      `UPDATE sessions SET second_factor_at = now() - interval '11 minutes' WHERE user_id = $1`,
      [id],
    );
    // PostgreSQL tells the API, which takes a moment.
    await medel.restartApi();
    expectProblem(await make(client, ['call.read']), 403, 'stepUpRequired');
    await must(machine(key).get('/calls'), 200);
    expect((await client.get('/api-keys')).body.items).toHaveLength(1);
  });

  it('ends with all that ends every session, and every change of keys is an event', async () => {
    const { admin } = stage.people;
    const { id, client } = await person(['auditor']);
    const [first, next] = [await made(client, ['call.read']), await made(client, ['call.read'])];
    await must(client.delete(`/api-keys/${first.id}`), 204);
    const { token } = (await must(admin.post<Any>(`/users/${id}/reset-password`), 200)).body;
    await must(machine(next.key).get('/calls'), 200);
    const password = `${PASSWORD} och snö`;
    await must(medel.anyone().post('/public/password-resets/accept', { body: { token, password } }), 204);
    expectProblem(await machine(next.key).get('/calls'), 401, 'unauthenticated');
    const { rows } = await medel.owner.query<Any>(
      `SELECT action, data FROM audit_events WHERE subject_id = $1 AND action LIKE '%-api-key' ORDER BY seq`,
      [id],
    );
    const told = { name: 'Demo: ekonomisystem', scopes: ['call.read'], expiresOn: dayIn(30) };
    expect(rows).toEqual([
      { action: 'create-api-key', data: { newKeyId: first.id, ...told } },
      { action: 'create-api-key', data: { newKeyId: next.id, ...told } },
      { action: 'revoke-api-key', data: { revokedKeyId: first.id } },
    ]);
  });

  it('is one of twenty at most, also of those that are made at the same time', async () => {
    const { client } = await person(['auditor']);
    for (let time = 0; time < 17; time += 1) await made(client, ['call.read']);
    const answers = await Promise.all(Array.from({ length: 8 }, () => make(client, ['call.read'])));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 409, 409, 409, 409, 409]);
    expect((await client.get('/api-keys')).body.items).toHaveLength(20);
  });
});
