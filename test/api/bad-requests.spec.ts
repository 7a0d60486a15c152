import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { Medel, type Answer, type Any } from '#testing';
import { everything, expectProblem, findingsOf } from './problem.js';
import { must, NOWHERE, Stage, YEAR, type Name } from './stage.js';

let medel: Medel;
let stage: Stage;
const ids = { draft: '', assessed: '', report: '' };

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel);
  ids.draft = await stage.application('draft');
  ids.assessed = await stage.application('underAssessment');
  ids.report = await stage.report('open');
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

describe('lists', () => {
  const cursor = (value: unknown) =>
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  const time = '2026-01-01 00:00:00+00';
  const cursors = [
    'x',
    '%',
    cursor('not JSON'),
    cursor({}),
    cursor(null),
    cursor([]),
    cursor([null, null]),
    cursor([1, 2]),
    cursor([time, '123']),
    cursor(['2026-01-01', '123']),
    cursor(['1', true]),
    cursor([time, 123]),
    cursor([time, `${NOWHERE}'--`]),
    cursor([[time], NOWHERE]),
    cursor([{ toString: 1 }, NOWHERE]),
    cursor(['\u0000', NOWHERE]),
    cursor('["\\ud800","x"]'),
    cursor('['.repeat(700)),
  ];
  const wrongPlaces = [
    '2026-13-45 99:99:99+99',
    '2026-02-31 00:00:00+00',
    '2026-02-31',
    '2026-01-01 00:00:00+99',
    "2026-01-01'; DROP TABLE users --",
    '',
  ].map((place) => cursor([place, NOWHERE]));
  const LISTS: [string, Name][] = [
    ['/applications', 'handlaggare'],
    ['/applications?sort=registryNumber', 'sokande.1275'],
    ['/applications?sort=submittedAt', 'sokande.1275'],
    ['/decisions', 'beslut'],
    ['/payments', 'ekonomi'],
    ['/payments?sort=amount', 'ekonomi'],
    ['/reports', 'handlaggare'],
    ['/calls', 'handlaggare'],
    ['/appropriations', 'ekonomi'],
    ['/exports', 'admin'],
    ['/export-schedules', 'admin'],
    ['/measure-datasets', 'admin'],
    ['/audit-events', 'revisor'],
    ['/organisations', 'sokande.1275'],
  ];

  it.each(LISTS)('%s refuses what it cannot read', async (list, name) => {
    const who = stage.people[name];
    const and = list.includes('?') ? '&' : '?';
    const refuse = async (query: string, code: string) => {
      const answer = await who.get(`${list}${and}${query}`);
      expectProblem(answer, 400, 'invalid');
      expect([query, findingsOf(answer).some((finding) => finding.endsWith(code))]).toEqual([query, true]);
    };
    // A list in the order of a text may begin after any text.
    const isText = list.includes('registryNumber') || list === '/organisations';
    for (const each of isText ? cursors : [...cursors, ...wrongPlaces])
      await refuse(`cursor=${encodeURIComponent(each)}`, 'invalidCursor');
    for (const limit of ['0', '201', '-1', 'abc', '1.5', '', '1e2', '99999999999999999999', '1&limit=2'])
      await refuse(`limit=${limit}`, 'limit notWholeNumber');
    for (const parameter of [
      'x=1',
      'Limit=1',
      '__proto__=1',
      'constructor=1',
      'toString=1',
      'limit[]=1',
      'q[x]=1',
    ])
      await refuse(parameter, 'unknownParameter');
    if (!list.includes('?'))
      for (const sort of ['nope', '__proto__', '-constructor', 'toString', '--id', 'id;DROP TABLE users'])
        await refuse(`sort=${encodeURIComponent(sort)}`, 'sort unknownSort');
    expect((await who.get(`${list}${and}limit=200`)).status).toBe(200);
  });

  it('pages over what has no date yet by its own cursor', async () => {
    await stage.application('draft');
    const who = stage.people['sokande.1275'];
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body }: Answer<Any> = await must(
        who.get(`/applications?sort=submittedAt&limit=1${next && `&cursor=${next}`}`),
        200,
      );
      seen.push(...body.items.map((item: Any) => item.id));
      next = body.nextCursor;
    }
    const { total } = (await who.get('/applications')).body;
    expect([seen.length, new Set(seen).size]).toEqual([total, total]);
  });

  it.each([
    ['/applications?status=lost', 'status notOneOf'],
    ['/applications?callId=x&organisationId=y', 'callId notId'],
    ['/applications?q=', 'q tooShort'],
    ['/applications?q=%00', 'q malformedText'],
    [`/applications?q=${'a'.repeat(201)}`, 'q tooLong'],
    ['/applications?q=a&q=b', 'q notText'],
    ['/decisions?asOf=2026-02-30', 'asOf notDate'],
    ['/decisions?year=1999', 'year notWholeNumber'],
    ['/organisations?eligibleFor=none', 'eligibleFor unknownProgramme'],
    ['/exports?mine=1', 'mine notBoolean'],
    ['/exports?scheduleId=x', 'scheduleId notId'],
    ['/export-schedules?status=lost', 'status notOneOf'],
    ['/audit-events?from=2026-01-01T00:00:00Z&subject=1', 'from notDate'],
    ['/measures/areaType12Share/values?year=x', 'year notWholeNumber'],
    ['/programmes?asOf=2026-01-01', 'asOf unknownParameter'],
    ['/session?x=1', 'x unknownParameter'],
  ])('%s is refused', async (path, finding) => {
    const answer = await stage.people.revisor.get(path);
    expectProblem(answer, 400, 'invalid');
    expect(findingsOf(answer)).toContain(finding);
  });
});

describe('requests that are not what they should be', () => {
  const officer = () => stage.people.handlaggare;
  const action = () => `/applications/${ids.assessed}/assess`;

  it.each(['%zz', '%ED%A0%80', 'x'.repeat(300), 'x', '..%2f..', `${NOWHERE}x`, '1', "1'--"])(
    'answers the id %s with 400 or 404',
    async (id) => {
      for (const path of [
        `/applications/${id}`,
        `/decisions/${id}`,
        `/exports/${id}`,
        `/exports/${id}/events`,
        `/export-schedules/${id}`,
      ]) {
        const answer = await officer().get(path);
        if (answer.status === 400) expect(findingsOf(answer)).toEqual(['id notId']);
        expectProblem(
          answer,
          answer.status === 400 ? 400 : 404,
          answer.status === 400 ? 'invalid' : 'notFound',
        );
      }
    },
  );

  it.each([
    'applications',
    'decisions',
    'payments',
    'reports',
    'calls',
    'exports',
    'export-schedules',
    'measure-datasets',
    'organisations',
    'appropriations',
  ])('answers an id of %s that nobody has with 404', async (collection) => {
    expectProblem(await officer().get(`/${collection}/${NOWHERE}`), 404, 'notFound');
    expect((await officer().get(`/${collection}/${NOWHERE.toUpperCase()}`)).status).toBe(404);
  });

  it.each([
    ['GET', '/nope'],
    ['GET', '//api/v2/applications'],
    ['GET', '//api'],
    ['GET', '//.env'],
    ['GET', '/applications/../../../etc/passwd'],
    ['POST', '/nope'],
    ['DELETE', '/applications'],
    ['PUT', '/calls'],
    ['PATCH', '/calls'],
    ['OPTIONS', '/calls'],
    ['GET', `/exports/${NOWHERE}/events`],
    ['GET', `/exports/${NOWHERE}/file`],
    ['GET', `/applications/${NOWHERE}/submit`],
    ['GET', '/programmes/none'],
    ['GET', '/programmes/__proto__'],
    ['GET', '/measures/constructor/values'],
  ])('answers %s %s with 404', async (method, path) => {
    expectProblem(await officer().send(method, path, {}), 404, 'notFound');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    '',
  ])('takes no %s', async (type) => {
    const answer = await officer().post(action(), { body: 'x=1', headers: { 'content-type': type } });
    expectProblem(answer, 415, 'unsupportedMediaType');
  });

  it('refuses 30 MB before they are sent', async () => {
    const { hostname, port } = new URL(medel.address);
    const answer = await new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': 30 * 1024 * 1024 };
      const path = `/api/v1/applications/${ids.draft}`;
      const sent = request({ hostname, port, method: 'PATCH', path, headers }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('end', () => {
          resolve({ status: response.statusCode!, type: response.headers['content-type']!, body });
          sent.destroy();
        });
      });
      sent.on('error', reject);
      sent.write('{"title":"');
    });
    expect(answer).toMatchObject({ status: 413, type: 'application/problem+json; charset=utf-8' });
    expect(JSON.parse(answer.body).code).toBe('tooLarge');
  });

  it('answers whoever expects of it what nobody knows', async () => {
    const { hostname, port } = new URL(medel.address);
    const [status, type] = await new Promise<unknown[]>((resolve, reject) => {
      const headers = { expect: '200-ok' };
      const sent = request({ hostname, port, path: '/api/v1/applications', headers }, (response) => {
        response.resume().on('end', () => resolve([response.statusCode, response.headers['content-type']]));
      });
      sent.on('error', reject).end();
    });
    expect([status, type]).toEqual([401, 'application/problem+json; charset=utf-8']);
  });

  it.each([
    [
      'a head that is too long',
      `GET / HTTP/1.1\r\nhost: x\r\ncookie: a=${'b'.repeat(20_000)}\r\n\r\n`,
      431,
      'tooLarge',
    ],
    ['a request for no host', 'GET /api/v1/session HTTP/1.1\r\nconnection: close\r\n\r\n', 400, 'invalid'],
    ['what is not HTTP', 'Hej!\r\n\r\n', 400, 'invalid'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
      400,
      'invalid',
    ],
  ])('refuses %s in the form of every refusal', async (_, sent, status, code) => {
    const { hostname, port } = new URL(medel.address);
    const told = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => socket.write(sent));
      socket.setEncoding('utf8').on('data', (part: string) => (text += part));
      socket.on('end', () => resolve(text)).on('error', reject);
    });
    const [head, body] = told.split('\r\n\r\n') as [string, string];
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} [\\s\\S]*application/problem\\+json`));
    expect(JSON.parse(body)).toMatchObject({ status, code, title: expect.any(String) });
  });

  it('gives no answer to garbage that would be taken for that of the request before it', async () => {
    const { hostname, port } = new URL(medel.address);
    const body = JSON.stringify({ ...stage.newCall(), title: 'Demo: i ett paket' });
    const head = [
      'POST /api/v1/calls HTTP/1.1',
      'host: x',
      `cookie: ${officer().session}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
    ];
    const told = await new Promise<string>((resolve) => {
      let text = '';
      const sent = `${head.join('\r\n')}\r\n\r\n${body}Hej!\r\n\r\n`;
      const socket = connect(Number(port), hostname, () => socket.write(sent));
      socket.setEncoding('utf8').on('data', (part: string) => (text += part));
      socket.on('error', () => undefined).on('close', () => resolve(text));
    });
    expect(told).toBe('');
  });

  it('waits ten minutes for the rest of a request, and says that it does so no longer', async () => {
    const { hostname, port } = new URL(medel.address);
    const server: Server = medel.api.getHttpServer();
    expect(server.requestTimeout).toBe(600_000);
    const received = new Promise<Socket>((resolve) => server.once('connection', resolve));
    const asked = once(server, 'request');
    const head =
      'POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{';
    const socket = connect(Number(port), hostname, () => socket.write(head));
    await asked;
    // As Node does, which looks for it each half minute.
    const late = Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    server.emit('clientError', late, await received);
    const [told] = (await once(socket.setEncoding('utf8'), 'data')) as [string];
    expect(told).toMatch(/^HTTP\/1.1 408 [\s\S]*application\/problem\+json/);
    socket.destroy();
  });

  it('is counted by the class of its status, so that what is counted stays small', async () => {
    expectProblem(await officer().get(`/calls/${NOWHERE}`), 404, 'notFound');
    const told = await medel.anyone().get<string>('//metrics');
    expect(told.body).toContain('route="/api/v1/calls/:id",status="4xx"');
    expect(told.body).not.toMatch(/status="\d\d\d"/);
  });

  it('refuses 5 MB that do come', async () => {
    expectProblem(
      await officer().patch(`/applications/${ids.draft}`, { body: { title: 'a'.repeat(5 * 1024 * 1024) } }),
      413,
      'tooLarge',
    );
  });

  it('lets an action without a body say that it is JSON, and takes none that it does not ask for', async () => {
    const application = await stage.application('submitted');
    const path = `/applications/${application}/start-assessment`;
    const before = await everything(medel);
    for (const [body, finding] of [
      [{ assignedTo: NOWHERE }, 'assignedTo unknownField'],
      ['[]', 'body unknownField'],
      ['"x"', 'body unknownField'],
      ['{"constructor":1}', 'constructor unknownField'],
    ] as const) {
      const answer = await officer().post(path, { body });
      expectProblem(answer, 400, 'invalid');
      expect(findingsOf(answer)).toEqual([finding]);
    }
    expect(await everything(medel)).toBe(before);
    const headers = { 'content-type': 'application/json' };
    expect((await officer().post(path, { headers })).body.status).toBe('underAssessment');
  });

  it('demands the version that was read, and takes no other', async () => {
    for (const collection of ['application', 'report'] as const) {
      const path = collection === 'report' ? `/reports/${ids.report}` : `/applications/${ids.draft}`;
      const who = stage.people['sokande.1275'];
      const body = collection === 'report' ? { lessons: 'x' } : { title: 'x' };
      const before = await everything(medel);
      expectProblem(await who.patch(path, { body }), 428, 'preconditionRequired');
      const current = (await who.get(path)).headers.get('etag')!;
      const number = Number(current.replaceAll('"', ''));
      for (const ifMatch of [
        `"${number - 1}"`,
        `"${number + 1}"`,
        '*',
        `${number}`,
        '"x"',
        '""',
        '',
        `${current}, "1"`,
        '"999999999999999999999"',
        `"-${number}"`,
      ])
        expectProblem(await who.patch(path, { body, ifMatch }), 412, 'stale');
      expect(await everything(medel)).toBe(before);
      expect((await who.patch(path, { body, ifMatch: current })).status).toBe(200);
      expectProblem(await who.patch(path, { body, ifMatch: current }), 412, 'stale');
    }
  });

  it.each(['', 'k'.repeat(129), 'å', 'a\tb'])('takes no Idempotency-Key %j', async (key) => {
    const before = await everything(medel);
    const answer = await officer().post('/calls', { body: stage.newCall(), key });
    expectProblem(answer, 400, 'invalid');
    expect(findingsOf(answer)).toEqual(['Idempotency-Key notIdempotencyKey']);
    expect(await everything(medel)).toBe(before);
  });

  it('takes a key of 128 characters, once', async () => {
    const key = 'k'.repeat(128);
    const first = await must(officer().post('/calls', { body: stage.newCall(), key }), 201);
    const again = await officer().post('/calls', { body: stage.newCall(), key });
    expect([again.status, again.body, again.headers.get('location')]).toEqual([
      201,
      first.body,
      first.headers.get('location'),
    ]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expectProblem(
      await officer().post('/calls', { body: { ...stage.newCall(), title: 'Demo: en annan' }, key }),
      422,
      'idempotencyKeyReused',
    );
  });

  it('forgets the key of a request that was refused', async () => {
    const key = 'refused-first';
    expect((await officer().post('/calls', { body: { ...stage.newCall(), title: '' }, key })).status).toBe(
      400,
    );
    expect((await officer().post('/calls', { body: stage.newCall(), key })).status).toBe(201);
  });

  it('tells nobody which of address and password was wrong', async () => {
    const credentials = [
      { email: 'revisor@medel.example', password: 'wrong' },
      { email: 'nobody@medel.example', password: 'medel-demo' },
      { email: 'REVISOR@MEDEL.EXAMPLE', password: 'medel-demo ' },
    ];
    for (const body of credentials) {
      const answer = await medel.anyone().post('/session', { body });
      expectProblem(answer, 401, 'unauthenticated');
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  it('refuses the same appropriation twice', async () => {
    const body = { code: 'prov', name: 'Demo', year: YEAR, amount: 1, commitmentLimit: 0 };
    const before = await everything(medel);
    expectProblem(await stage.people.ekonomi.post('/appropriations', { body }), 409, 'conflict');
    expect(await everything(medel)).toBe(before);
  });
});
