import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Passwords } from '#platform/auth';
import { Client, Medel, type Answer, type Any } from '#testing';
import { createApi } from '../../apps/api/src/create-api.js';
import { expectProblem } from './problem.js';

const RIGHT = 'medel-demo';
const WRONG = 'medel-demo2';

let addresses = 0;
/** An address that nobody has asked from before. */
const anAddress = () => `198.51.100.${(addresses += 1)}`;
const statusesOf = (answers: Answer<Any>[]) => answers.map(({ status }) => status);
const unlike = (statuses: number[], status: number) => statuses.filter((each) => each !== status).length;

interface Try {
  from?: string;
  cookie?: string;
}

function tryOn(
  who: Client,
  name: string,
  password: string,
  { from, cookie }: Try = {},
): Promise<Answer<Any>> {
  return who.post('/session', {
    body: { email: `${name}@medel.example`, password },
    headers: { ...(from ? { 'x-forwarded-for': from } : {}), ...(cookie ? { cookie } : {}) },
  });
}

/** What a browser is given besides the session. */
const deviceOf = ({ headers }: Answer) =>
  headers.getSetCookie().find((cookie) => cookie.startsWith('medel_device_'))!;

describe('wrong passwords', () => {
  let medel: Medel;
  let second: NestFastifyApplication;
  let other: Client;

  beforeAll(async () => {
    const limits = { failuresPerClient: 3, failuresPerAddress: 8, failuresPerAccount: 6 };
    medel = await Medel.start({ limits, trustedProxies: ['127.0.0.1'] });
    second = await createApi(medel.config);
    await second.listen(0, medel.config.host);
    other = new Client((await second.getUrl()).replace('[::1]', '127.0.0.1'));
  });
  afterAll(async () => {
    await second.close();
    await medel.stop();
  });

  const attempt = (name: string, password: string, options: Try = {}) =>
    tryOn(medel.anyone(), name, password, options);
  const fail = async (times: number, name: string, options: Try) => {
    for (let time = 0; time < times; time += 1)
      expect((await attempt(name, WRONG, options)).status).toBe(401);
  };

  it('shut an account for the address that they come from, in every process, and for no other', async () => {
    const from = anAddress();
    await fail(2, 'handlaggare', { from });
    expect((await tryOn(other, 'handlaggare', WRONG, { from })).status).toBe(401);
    for (const who of [medel.anyone(), other])
      for (const password of [WRONG, RIGHT]) {
        const refused = await tryOn(who, 'handlaggare', password, { from });
        expectProblem(refused, 429, 'tooManyRequests');
        const wait = Number(refused.headers.get('retry-after'));
        expect(wait).toBeGreaterThan(600);
        expect(wait).toBeLessThanOrEqual(900);
        expect(refused.body.detail.replaceAll('\u00a0', ' ')).toMatch(/omkring 1\d min/);
        expect(refused.headers.getSetCookie()).toEqual([]);
      }
    expect((await attempt('handlaggare', RIGHT, { from: anAddress() })).status).toBe(200);
    expect((await attempt('revisor', RIGHT, { from })).status).toBe(200);
  });

  it('are answered alike whether there is such an account or not', async () => {
    const told = async (name: string) => {
      const from = anAddress();
      const answers = [];
      for (let time = 0; time < 5; time += 1) answers.push(await attempt(name, WRONG, { from }));
      return answers.map(({ status, body, headers }) => [
        status,
        { ...body, requestId: null, data: null, detail: null },
        [...headers.keys()],
      ]);
    };
    const known = await told('beslut');
    expect(known.map(([status]) => status)).toEqual([401, 401, 401, 429, 429]);
    expect(await told('ingen.alls')).toEqual(known);
  });

  it('that come all at once are no more than those that come one by one', async () => {
    const from = anAddress();
    const compared = [medel.api, second].map((api) =>
      jest.spyOn(api.get(Passwords, { strict: false }), 'verify'),
    );
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        tryOn(place % 2 ? medel.anyone() : other, 'beslut2', WRONG, { from }),
      ),
    );
    expect(statusesOf(answers).filter((status) => status === 401)).toHaveLength(3);
    expect(unlike(statusesOf(answers), 429)).toBe(3);
    // The others were not looked at: one of them might have been right.
    expect(compared.flatMap(({ mock }) => mock.calls)).toHaveLength(3);
    for (const each of compared) each.mockRestore();
  });

  it('are all that counts: who knows the password signs in as often as they like', async () => {
    const from = anAddress();
    for (let time = 0; time < 10; time += 1)
      expect((await attempt('sokande.1280', RIGHT, { from })).status).toBe(200);
    await fail(3, 'sokande.1280', { from });
  });

  it('of many accounts shut the address, and no other', async () => {
    const from = anAddress();
    const names = Array.from({ length: 8 }, (_, place) => `gissad${place}`);
    for (const name of names) expect((await attempt(name, WRONG, { from })).status).toBe(401);
    const refused = await attempt('ekonomi', RIGHT, { from });
    expectProblem(refused, 429, 'tooManyRequests');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
    expect((await attempt('ekonomi', RIGHT, { from: anAddress() })).status).toBe(200);
  });

  it('of somebody else never shut out a browser that the account knows', async () => {
    const home = anAddress();
    const cookie = deviceOf(await attempt('handlaggare2', RIGHT, { from: home })).split(';')[0]!;
    // From the same office, and from everywhere.
    await fail(3, 'handlaggare2', { from: home });
    await fail(3, 'handlaggare2', { from: anAddress() });
    for (const from of [home, anAddress(), anAddress()])
      expectProblem(await attempt('handlaggare2', RIGHT, { from }), 429, 'tooManyRequests');
    for (const from of [home, anAddress()])
      expect((await attempt('handlaggare2', RIGHT, { from, cookie })).status).toBe(200);
  });

  it('in a browser that the account knows shut that browser alone', async () => {
    const browser = async () =>
      deviceOf(await attempt('firmatecknare.1280', RIGHT, { from: anAddress() })).split(';')[0]!;
    const [mine, another] = [await browser(), await browser()];
    // From where it is does not matter.
    for (let time = 0; time < 3; time += 1)
      await fail(1, 'firmatecknare.1280', { from: anAddress(), cookie: mine });
    const ask = (cookie: string) => attempt('firmatecknare.1280', RIGHT, { from: anAddress(), cookie });
    expectProblem(await ask(mine), 429, 'tooManyRequests');
    expect((await ask(another)).status).toBe(200);
  });

  it('come from a stranger where the cookie is made up, or another account’s', async () => {
    const theirs = deviceOf(await attempt('sokande.0180', RIGHT, { from: anAddress() }));
    const mine = deviceOf(await attempt('sokande.1480', RIGHT, { from: anAddress() }));
    const name = mine.split('=')[0]!;
    const value = theirs.split(';')[0]!.split('=')[1]!;
    const forged = [`${name}=${value}`, `${name}=x.y`, `${name}=`, `${name}=${value.split('.')[0]}.`];
    await fail(3, 'sokande.1480', { from: anAddress() });
    await fail(3, 'sokande.1480', { from: anAddress() });
    for (const cookie of forged)
      expectProblem(
        await attempt('sokande.1480', RIGHT, { from: anAddress(), cookie }),
        429,
        'tooManyRequests',
      );
  });

  it('leave no address of anybody in the database', async () => {
    await fail(1, 'revisor', { from: anAddress() });
    const { rows } = await medel.owner.query<{ key: string }>(`SELECT key FROM attempts`);
    expect(rows.length).toBeGreaterThan(5);
    for (const { key } of rows) expect(key).toMatch(/^(client|address|account):[\w-]{43}$/);
  });

  it('give the browser a cookie that no script reads, sent only where one signs in', async () => {
    const cookie = deviceOf(await attempt('revisor', RIGHT, { from: anAddress() }));
    expect(cookie).toMatch(
      /^medel_device_[0-9a-f]{16}=[\w-]{22}\.[\w-]{43}; Max-Age=15552000; Path=\/api\/v1\/session; HttpOnly; SameSite=Strict$/,
    );
  });
});

describe('requests', () => {
  let medel: Medel;

  beforeAll(async () => {
    const limits = { requestsPerAddress: 60, requestsPerAccount: 20, failuresPerClient: 3 };
    medel = await Medel.start({ limits });
  });
  afterAll(() => medel.stop());

  const ask = async (who: Client, path: string, times: number) => {
    const answers = [];
    for (let time = 0; time < times; time += 1) answers.push(await who.get(path));
    return answers;
  };

  it('are bounded for an account, and then for an address; whether we are well may always be asked', async () => {
    // What a proxy says is not believed of anybody: all of these come from one address.
    const forwarded = Array.from({ length: 4 }, () => anAddress());
    const tried = [];
    for (const from of forwarded) tried.push(await tryOn(medel.anyone(), 'beslut', WRONG, { from }));
    expect(statusesOf(tried)).toEqual([401, 401, 401, 429]);

    const officer = await medel.as('handlaggare');
    const answers = await ask(officer, '/session', 21);
    expect(unlike(statusesOf(answers), 200)).toBe(1);
    expectProblem(answers.at(-1)!, 429, 'tooManyRequests');
    expect(Number(answers.at(-1)!.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    // A session more is no way around; another account is not bound by it.
    expect((await (await medel.as('handlaggare')).get('/session')).status).toBe(429);
    expect((await (await medel.as('revisor')).get('/session')).status).toBe(200);

    const open = await ask(medel.anyone(), '/public/programmes', 60);
    const refused = open.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(20);
    for (const each of refused) expectProblem(each, 429, 'tooManyRequests');
    expect(open.at(-1)!.status).toBe(429);
    expect(unlike(statusesOf(await ask(medel.anyone(), '//health/ready', 80)), 200)).toBe(0);
  });
});
