import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '#platform/clock';
import { Client, Medel, until, type Answer, type Any } from '#testing';
import { createApi } from '../../apps/api/src/create-api.js';
import { enrolApp } from './factors.js';
import { expectProblem, findingsOf } from './problem.js';
import { must, NOWHERE } from './stage.js';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const PASSWORD = 'tre grå hästar i regn';
const ANOTHER = 'fyra blå elefanter i snö';
const MINUTE = 60_000;

let medel: Medel;
let second: NestFastifyApplication;
let elsewhere: string;
let admin: Client;

beforeAll(async () => {
  medel = await Medel.start({ trustedProxies: ['127.0.0.1'], limits: { failuresPerClient: 4 } });
  second = await createApi(medel.config);
  await second.listen(0, medel.config.host);
  elsewhere = (await second.getUrl()).replace('[::1]', '127.0.0.1');
  admin = await medel.as('admin');
});
afterAll(async () => {
  await medel.expectCoherent();
  await second.close();
  await medel.stop();
});

let made = 0;
/** Somebody with an account of their own, and a password. */
async function person(): Promise<{
  id: string;
  email: string;
  signIn: (password?: string) => Promise<Client>;
}> {
  const email = `egen${(made += 1)}@medel.example`;
  const body = { name: 'Demo Berg', email, roles: ['caseOfficer'] };
  const { id } = (await must(admin.post<Any>('/users', { body }), 201)).body;
  const { token } = (await must(admin.post<Any>(`/users/${id}/invite`), 200)).body;
  const accepted = { body: { token, password: PASSWORD } };
  await must(medel.anyone().post('/public/invitations/accept', accepted), 204);
  return { id, email, signIn: (password = PASSWORD) => medel.anyone().signIn(email, password) };
}

/** The same session, asked at the other process. */
function at(address: string, { session }: Client): { get: (path: string) => Promise<number> } {
  const client = new Client(address);
  return {
    get: async (path) => (await client.get(path, { headers: { cookie: session } })).status,
  };
}

const sessionsOf = async (who: Client): Promise<Any[]> =>
  (await must(who.get<Any>('/sessions'), 200)).body.items;
const eventsOf = async (id: string): Promise<string[]> => {
  const { rows } = await medel.owner.query<{ told: string }>(
    `SELECT action || ' ' || data::text AS told FROM audit_events WHERE subject_id = $1 ORDER BY seq`,
    [id],
  );
  return rows.map(({ told }) => told);
};

describe('one’s own sessions', () => {
  it('are told by device, network and time, the one that asks among them', async () => {
    const { email, id } = await person();
    const open = async (userAgent: string, from: string) => {
      const headers = { 'user-agent': userAgent, 'x-forwarded-for': from };
      const { headers: answered } = await must(
        medel.anyone().post('/session', { body: { email, password: PASSWORD }, headers }),
        200,
      );
      return { cookie: answered.getSetCookie()[0]!.split(';')[0]! };
    };
    await open(FIREFOX, '192.0.2.17');
    await open('x'.repeat(4_000), '192.0.2.18');
    const headers = await open(SAFARI, '2001:db8:1:2::7');
    const { body } = await must(medel.anyone().get<Any>('/sessions', { headers }), 200);
    const told = body.items.map(({ browser, system, network, isCurrent }: Any) => [
      browser,
      system,
      network,
      isCurrent,
    ]);
    expect(told.toSorted()).toEqual([
      [null, null, '192.0.2.x', false],
      ['Firefox', 'Windows', '192.0.2.x', false],
      ['Safari', 'iOS', '2001:db8:1:x', true],
    ]);
    for (const { beganAt, seenAt } of body.items)
      expect(Date.now() - Date.parse(beganAt) + Date.now() - Date.parse(seenAt)).toBeLessThan(240_000);
    // Neither a token, nor what the browser said, nor whose machine it was.
    const { rows } = await medel.owner.query<{ kept: string }>(
      `SELECT string_agg(s::text, ' ') AS kept FROM sessions s WHERE user_id = $1`,
      [id],
    );
    expect(rows[0]!.kept).not.toMatch(/Mozilla|192\.0\.2\.1|xxxx/);
  });

  it('are ended one by one, and all but the one that asks, in every process at once', async () => {
    const { id, signIn } = await person();
    const [here, first, next, last] = [await signIn(), await signIn(), await signIn(), await signIn()];
    const others = [first, next, last].map((who) => at(elsewhere, who));
    for (const each of others) expect(await each.get('/session')).toBe(200);

    const mine = (await sessionsOf(first)).find(({ isCurrent }) => isCurrent);
    await must(here.delete(`/sessions/${mine.id}`), 204);
    expect((await first.get('/session')).status).toBe(401);
    await until(async () => (await others[0]!.get('/session')) === 401, { seconds: 10 });
    expect(await others[1]!.get('/session')).toBe(200);

    await must(here.delete('/sessions'), 204);
    for (const who of [next, last]) expect((await who.get('/session')).status).toBe(401);
    for (const each of others) await until(async () => (await each.get('/session')) === 401, { seconds: 10 });
    expect((await sessionsOf(here)).map(({ isCurrent }) => isCurrent)).toEqual([true]);
    // Nothing is left to end.
    await must(here.delete('/sessions'), 204);
    expect((await eventsOf(id)).slice(-2)).toEqual([
      expect.stringMatching(/^end-session \{"sessionId":"[^"]+"\}$/),
      'end-sessions {"ended":2}',
    ]);
  });

  it.each<[string, (who: Client, owner: Client) => Promise<() => Promise<Answer<Any>>>, number]>([
    ['signs out', async (who) => () => who.delete('/session'), 204],
    [
      'ends another session',
      async (who) => {
        const [another] = (await sessionsOf(who)).filter(({ isCurrent }) => !isCurrent);
        return () => who.delete(`/sessions/${another.id}`);
      },
      204,
    ],
    ['ends all other sessions', async (who) => () => who.delete('/sessions'), 204],
    [
      'proves a second factor',
      async (who, owner) => {
        const { app } = await enrolApp(owner);
        return () => who.post('/second-factor/prove', { body: { code: app.code() } });
      },
      200,
    ],
  ])('end for a changed password too, where somebody else %s at that moment', async (_, ready, done) => {
    const { id, signIn } = await person();
    const [first, changer, other] = [await signIn(), await signIn(), await signIn()];
    await signIn();
    const act = await ready(other, changer);
    const waiting = async (count: number) =>
      until(async () => {
        const { rows } = await medel.owner.query<{ n: number }>(
          `SELECT count(DISTINCT pid)::integer AS n FROM pg_locks JOIN pg_stat_activity USING (pid)
           WHERE NOT granted AND datname = current_database()`,
        );
        return rows[0]!.n >= count;
      });
    // What changes the password has the account, and waits for the first of the sessions.
    const holder = await medel.owner.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM sessions WHERE user_id = $1 ORDER BY created_at LIMIT 1 FOR UPDATE', [
      id,
    ]);
    const body = { currentPassword: PASSWORD, newPassword: ANOTHER };
    const changed = changer.post('/session/change-password', { body });
    await waiting(1);
    const acted = act();
    await waiting(2);
    await holder.query('COMMIT');
    holder.release();
    expect((await changed).status).toBe(204);
    // It was done before, or what it was about has ended.
    expect([done, 401, 404]).toContain((await acted).status);
    expect((await first.get('/session')).status).toBe(401);
  });

  it('are nobody else’s to see or end', async () => {
    const [mine, theirs] = [await (await person()).signIn(), await (await person()).signIn()];
    const [{ id }] = await sessionsOf(theirs);
    const refused = [await mine.delete(`/sessions/${id}`), await mine.delete(`/sessions/${NOWHERE}`)];
    for (const answer of refused) expectProblem(answer, 404, 'notFound');
    expect({ ...refused[0]!.body, requestId: '' }).toEqual({ ...refused[1]!.body, requestId: '' });
    expect(await sessionsOf(mine)).toHaveLength(1);
    expect((await theirs.get('/session')).status).toBe(200);
  });

  it('have a new token at every sign-in, and the one before it in that browser ends', async () => {
    const { email, signIn } = await person();
    const before = await signIn();
    const planted = { cookie: `medel_session=${'a'.repeat(43)}` };
    for (const headers of [{ cookie: before.session }, planted]) {
      const answer = await medel.anyone().post('/session', { body: { email, password: PASSWORD }, headers });
      const given = answer.headers.getSetCookie()[0]!.split(';')[0]!;
      expect(given).not.toBe(headers.cookie);
      expect((await medel.anyone().get('/session', { headers })).status).toBe(401);
      expect((await medel.anyone().get('/session', { headers: { cookie: given } })).status).toBe(200);
    }
    expect((await before.get('/session')).status).toBe(401);
  });

  it('end after half an hour without use, and after ten hours whatever is done', async () => {
    const clock = medel.api.get(Clock);
    const began = Date.now();
    let passed = 0;
    clock.now = () => new Date(began + passed);
    try {
      const [idle, busy] = [await (await person()).signIn(), await (await person()).signIn()];
      const ask = async (who: Client) => (await who.get('/session')).status;
      passed = 29 * MINUTE;
      expect([await ask(idle), await ask(busy)]).toEqual([200, 200]);
      passed += 29 * MINUTE;
      expect(await ask(busy)).toBe(200);
      passed += 2 * MINUTE;
      expect([await ask(idle), await ask(busy)]).toEqual([401, 200]);
      for (; passed < 599 * MINUTE; passed += 20 * MINUTE) expect(await ask(busy)).toBe(200);
      passed = 599 * MINUTE;
      expect([await ask(busy), (await sessionsOf(busy)).length]).toEqual([200, 1]);
      passed = 601 * MINUTE;
      expect(await ask(busy)).toBe(401);
    } finally {
      clock.now = Clock.prototype.now;
    }
    admin = await medel.as('admin');
  });

  it('know at once of other roles and of an account that is turned off, in every process', async () => {
    const { id, signIn } = await person();
    const who = await signIn();
    const there = at(elsewhere, who);
    expect([(await who.get('/exports')).status, await there.get('/exports')]).toEqual([200, 200]);
    const malmo = (await admin.get('/organisations?code=1280')).body.items[0].id;
    await must(admin.edit(`/users/${id}`, { roles: ['applicant'], organisationId: malmo }), 200);
    expect((await who.get('/exports')).status).toBe(403);
    await until(async () => (await there.get('/exports')) === 403, { seconds: 10 });
    await must(admin.edit(`/users/${id}`, { isActive: false }), 200);
    expect((await who.get('/session')).status).toBe(401);
    await until(async () => (await there.get('/session')) === 401, { seconds: 10 });
    const { rows } = await medel.owner.query(`SELECT id FROM sessions WHERE user_id = $1`, [id]);
    expect(rows).toEqual([]);
  });
});

describe('one’s own password', () => {
  const change = (who: Client, currentPassword: string, newPassword: string) =>
    who.post('/session/change-password', { body: { currentPassword, newPassword } });

  it('is changed by who knows it; every other session ends, and no browser is known any more', async () => {
    const { id, email, signIn } = await person();
    const signedIn = await medel.anyone().post('/session', { body: { email, password: PASSWORD } });
    const device = signedIn.headers.getSetCookie()[1]!.split(';')[0]!;
    const [here, there] = [await signIn(), await signIn()];
    await must(change(here, PASSWORD, ANOTHER), 204);
    expect((await here.get('/session')).status).toBe(200);
    expect((await there.get('/session')).status).toBe(401);
    expect((await eventsOf(id)).at(-1)).toBe('change-password {"ended":2}');
    await must(medel.anyone().post('/session', { body: { email, password: ANOTHER } }), 200);
    // The old one fails as a stranger's would: four times from here, with the cookie or without.
    const headers = { cookie: device };
    for (const status of [401, 401, 401, 401, 429])
      expect(
        (await medel.anyone().post('/session', { body: { email, password: PASSWORD }, headers })).status,
      ).toBe(status);
    expect((await medel.anyone().post('/session', { body: { email, password: ANOTHER } })).status).toBe(429);
  });

  it('is not changed by who does not know it, nor guessed from a session that was left open', async () => {
    const { signIn } = await person();
    const who = await signIn();
    for (let time = 0; time < 4; time += 1) {
      const refused = await change(who, `${PASSWORD}${time}`, ANOTHER);
      expectProblem(refused, 400, 'invalid');
      expect(findingsOf(refused)).toEqual(['currentPassword passwordWrong']);
    }
    expectProblem(await change(who, PASSWORD, ANOTHER), 429, 'tooManyRequests');
    expect((await signIn()).session).not.toBe('');
  });

  it.each([
    ['fjorton tecken', 'passwordTooShort'],
    ['x'.repeat(129), 'tooLong'],
    ['1qaz2wsx3edc4rfv', 'passwordCommon'],
    ['lösenordlösenord', 'passwordPattern'],
    ['abcdefghijklmnop', 'passwordPattern'],
    ['Demo Berg medel.example', 'passwordPersonal'],
    ['lösen\0ordet som är långt', 'malformedText'],
  ])('is not %j: %s', async (password, code) => {
    const refused = await change(admin, 'medel-demo', password);
    expectProblem(refused, 400, 'invalid');
    expect(findingsOf(refused)).toEqual([`newPassword ${code}`]);
  });

  it('is of any characters, and the same in whatever form they come', async () => {
    const { email, signIn } = await person();
    const odd = `  ${'ö'.repeat(2)} 雨ニモマケズ 🐎🐎 ' -- `;
    await must(change(await signIn(), PASSWORD.normalize('NFD'), odd.normalize('NFD')), 204);
    for (const form of ['NFC', 'NFD'])
      await must(medel.anyone().post('/session', { body: { email, password: odd.normalize(form) } }), 200);
    const trimmed = { body: { email, password: odd.trim() } };
    expect((await medel.anyone().post('/session', trimmed)).status).toBe(401);
  });
});

describe('a new password by a link', () => {
  const reset = (id: string, who = admin) => who.post<Any>(`/users/${id}/reset-password`);
  const use = (token: string, password = ANOTHER) =>
    medel.anyone().post('/public/password-resets/accept', { body: { token, password } });

  it('is chosen once, within a day, and ends every session', async () => {
    const { id, email, signIn } = await person();
    const who = await signIn();
    const { body, headers } = await must(reset(id), 200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(Math.abs(Date.parse(body.expiresAt) - Date.now() - 86_400_000)).toBeLessThan(120_000);
    // Until it is used, all is as it was.
    expect((await who.get('/session')).status).toBe(200);
    expect(findingsOf(await use(body.token, 'demo berg demo berg'))).toEqual(['password passwordPersonal']);
    const both = await Promise.all([use(body.token), use(body.token)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 400]);
    expect((await who.get('/session')).status).toBe(401);
    expect((await medel.anyone().post('/session', { body: { email, password: PASSWORD } })).status).toBe(401);
    await must(medel.anyone().post('/session', { body: { email, password: ANOTHER } }), 200);
    expect((await eventsOf(id)).map((told) => told.split(' ')[0]).slice(-4)).toEqual([
      'reset-password',
      'set-password',
      'refuse-sign-in',
      'sign-in',
    ]);
    const kept = await medel.owner.query(
      `SELECT 1 FROM audit_events WHERE data::text LIKE '%' || $1 || '%'`,
      [body.token],
    );
    expect(kept.rows).toEqual([]);
    const late = (await must(reset(id), 200)).body;
    await medel.owner.query(`UPDATE user_invitations SET expires_at = now() WHERE user_id = $1`, [id]);
    expect(findingsOf(await use(late.token))).toEqual(['token invitationNotValid']);
  });

  it('is another thing than an invitation', async () => {
    const { id } = await person();
    const { token } = (await must(reset(id), 200)).body;
    const body = { token, password: ANOTHER };
    const refused = await medel.anyone().post('/public/invitations/accept', { body });
    expect(findingsOf(refused)).toEqual(['token invitationNotValid']);
    const invited = await admin.post(`/users/${id}/invite`);
    expectProblem(invited, 409, 'conflict');
    expect(findingsOf(invited)).toEqual(['hasPassword']);
    const fresh = { name: 'Demo Ny', email: 'utan.losenord@medel.example', roles: ['auditor'] };
    const { id: unused } = (await must(admin.post<Any>('/users', { body: fresh }), 201)).body;
    expect(findingsOf(await reset(unused))).toEqual(['noPassword']);
  });

  it('is not given to oneself, to a closed account, or by anyone but an administrator', async () => {
    const { id } = await person();
    const own = (await admin.get('/session')).body.user.id;
    expect(findingsOf(await reset(own))).toEqual(['ownPassword']);
    for (const name of ['handlaggare', 'beslut', 'revisor', 'sokande.1280'])
      expectProblem(await reset(id, await medel.as(name)), 403, 'forbidden');
    await must(admin.edit(`/users/${id}`, { isActive: false }), 200);
    expect(findingsOf(await reset(id))).toEqual(['accountInactive']);
    expect((await reset(NOWHERE)).status).toBe(404);
  });
});
