import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { permissions, type Permission } from '#domain/access/permissions';
import { Medel, type Any, type Client } from '#testing';
import { readAccessTable, type Operation } from '../../../apps/api/src/http/access-table.js';
import { API_PREFIX } from '../../../apps/api/src/http/server.js';
import { ACCOUNT_OF, NOWHERE, Stage } from '../../api/stage.js';

type Role = keyof typeof ACCOUNT_OF;
const ROLES = Object.keys(ACCOUNT_OF) as Role[];

const permissionOf = ({ access }: Operation) => ('permission' in access ? access.permission : undefined);
const mayCall = (permission: Permission, role: Role) =>
  // A signatory's account is an applicant's too.
  (permissions[permission] as readonly string[]).some(
    (each) => each === role || (role === 'signatory' && each === 'applicant'),
  );

const addressOf = ({ path }: Operation, id = NOWHERE) =>
  `/${path.replace(':code', 'nowhere').replace(/:\w+/g, id)}`;

const bodyOf = ({ path }: Operation) => (path.includes('accounting-imports') ? { mapping: {} } : {});

const call = (who: Client, { method, ...rest }: Operation) =>
  who.send(method, addressOf({ method, ...rest }), {
    headers: method === 'PATCH' ? { 'if-match': '"1"' } : {},
  });

describe('who may call what', () => {
  let medel: Medel;
  let stage: Stage;
  let operations: Operation[];

  beforeAll(async () => {
    medel = await Medel.start();
    stage = await Stage.set(medel);
    operations = readAccessTable(medel.api, API_PREFIX);
  });
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
  });

  it('is told for exactly the operations that the published contract has', async () => {
    const { paths } = (await medel.anyone().get('//api/openapi.json')).body;
    const published = Object.entries<object>(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    const told = operations.map(({ method, path }) => `${method} ${path}`);
    expect(told.toSorted()).toEqual(published.toSorted());
    const fastify = medel.api.getHttpAdapter().getInstance();
    for (const { method, path } of operations)
      expect([path, fastify.hasRoute({ method: method, url: path })]).toEqual([path, true]);
  });

  it('asks everyone who is not signed in to sign in', async () => {
    const nobody = medel.anyone();
    for (const operation of operations.filter(permissionOf)) {
      const answer = await call(nobody, operation);
      expect([operation.method, operation.path, answer.status, answer.body.code]).toEqual([
        operation.method,
        operation.path,
        401,
        'unauthenticated',
      ]);
    }
  });

  it('takes no session that it did not give', async () => {
    for (const cookie of ['medel_session=', 'medel_session=x', `medel_session=${'a'.repeat(43)}`]) {
      const answer = await medel.anyone().get('/applications', { headers: { cookie } });
      expect(answer.status).toBe(401);
    }
  });

  it.each(ROLES)('lets %s do what the table says, and no more', async (role) => {
    const who = stage.people[ACCOUNT_OF[role]];
    for (const operation of operations) {
      const permission = permissionOf(operation);
      if (!permission || operation.path.endsWith('/session')) continue;
      const { status, body } = await call(who, operation);
      const told = `${role} ${operation.method} ${operation.path} ${status}`;
      if (!mayCall(permission, role))
        expect([told, status, body.code, body.findings]).toEqual([told, 403, 'forbidden', undefined]);
      else expect([told, [401, 403].includes(status) || status >= 500]).toEqual([told, false]);
    }
  });

  it('answers what is public to anyone, and says why it is', async () => {
    const open = operations.filter((operation) => !permissionOf(operation));
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/v1/public/calls/:id/application-form.pdf',
      'GET /api/v1/public/calls/:id/application-form',
      'GET /api/v1/public/calls/:id',
      'GET /api/v1/public/calls',
      'GET /api/v1/public/decisions/:registryNumber/verification',
      'GET /api/v1/public/grants.csv',
      'GET /api/v1/public/grants.json',
      'GET /api/v1/public/grants/summary',
      'GET /api/v1/public/grants',
      'GET /api/v1/public/instance',
      'POST /api/v1/public/invitations/accept',
      'POST /api/v1/public/password-resets/accept',
      'GET /api/v1/public/programmes/:code',
      'GET /api/v1/public/programmes',
      'DELETE /api/v1/session',
      'POST /api/v1/session',
      'GET /health/live',
      'GET /health/ready',
    ]);
    for (const operation of open) {
      expect('publicBecause' in operation.access && operation.access.publicBecause).toMatch(/\w+ \w+/);
      expect([200, 204, 400, 404]).toContain((await call(medel.anyone(), operation)).status);
    }
  });

  describe("another organisation's", () => {
    const things: Record<string, string> = {};
    const sameAs = (body: Any) => ({ ...body, requestId: null });

    beforeAll(async () => {
      const decision = await stage.decision('approved', 'annan');
      things['applications'] = decision.applicationId;
      things['decisions'] = decision.id;
      const [letter] = (await stage.people.revisor.get(`/letters?applicationId=${decision.applicationId}`))
        .body.items;
      things['letters'] = letter.id;
      things['payments'] = decision.payments[0].id;
      things['reports'] = decision.reports[0].id;
      const proven = (await stage.people['sokande.annan'].get(`/reports/${await stage.proven('annan')}`))
        .body;
      things['evidence-demands'] = proven.evidenceDemand.id;
      things['evidence-files'] = proven.evidenceDemand.files[0].id;
      const books = await stage.people['sokande.annan'].get(`/reports/${proven.id}/accounting`);
      things['accounting-imports'] = books.body.items[0].id;
      things['draft'] = await stage.application('draft', 'annan');
      things['completion'] = await stage.application('completionRequested', 'annan');
    });

    // A list of what belongs to a report is empty, and a file is asked for before anything is looked up.
    const isAnsweredOtherwise = ({ method, path }: Operation) =>
      path.endsWith('/reports/:id/accounting') ||
      (method === 'POST' && (path.endsWith('/answer') || path.endsWith('/attachments')));

    it.each([
      'applications',
      'decisions',
      'payments',
      'reports',
      'accounting-imports',
      'evidence-demands',
      'evidence-files',
      'letters',
    ])('%s are not there, for reading and for every action', async (collection) => {
      const about = operations.filter(
        ({ path, ...operation }) =>
          path.startsWith(`/${API_PREFIX}/${collection}/:id`) &&
          !isAnsweredOtherwise({ path, ...operation }) &&
          mayCall(permissionOf({ path, ...operation })!, 'signatory'),
      );
      expect(about.length).toBeGreaterThan(0);
      const ids = collection === 'applications' ? ['applications', 'draft', 'completion'] : [collection];
      for (const operation of about)
        for (const id of ids) {
          const ask = (which: string) =>
            stage.people['firmatecknare.1275'].send(operation.method, addressOf(operation, which), {
              ...(operation.method === 'PATCH' ? { ifMatch: '"2"', body: bodyOf(operation) } : {}),
            });
          const [theirs, none] = [await ask(things[id]!), await ask(NOWHERE)];
          const told = `${operation.method} ${operation.path} (${id})`;
          expect([told, theirs.status]).toEqual([told, 404]);
          expect([told, sameAs(theirs.body)]).toEqual([told, sameAs(none.body)]);
          expect(theirs.headers.get('etag')).toBe(none.headers.get('etag'));
        }
    });

    it('rows are in no list, whatever is asked for', async () => {
      const mine = stage.people['firmatecknare.1275'];
      const theirs = (await stage.people['sokande.annan'].get('/session')).body.user.organisation.id;
      const lists = [
        `/applications?organisationId=${theirs}`,
        `/decisions?organisationId=${theirs}`,
        `/decisions?applicationId=${things['applications']}`,
        `/payments?organisationId=${theirs}`,
        `/payments?decisionId=${things['decisions']}`,
        `/reports?organisationId=${theirs}`,
        `/reports?decisionId=${things['decisions']}`,
        `/letters?organisationId=${theirs}`,
        `/letters?applicationId=${things['applications']}`,
      ];
      for (const list of lists)
        expect([list, (await mine.get(list)).body]).toEqual([
          list,
          { items: [], nextCursor: null, total: 0 },
        ]);
    });

    it("drafts are the recipient's own: the agency does not read them either", async () => {
      for (const path of ['', '/checks', '/evidence'])
        expect([
          path,
          (await stage.people.revisor.get(`/applications/${things['draft']}${path}`)).status,
        ]).toEqual([path, 404]);
      const { items } = (await stage.people.handlaggare.get('/applications?limit=200')).body;
      expect(items.map((item: Any) => item.id)).not.toContain(things['draft']);
    });
  });

  it('tells a recipient nothing of a proposal', async () => {
    const decision = await stage.decision('proposed', 'annan');
    const theirs = stage.people['firmatecknare.annan'];
    expect((await theirs.get(`/decisions/${decision.id}`)).status).toBe(404);
    const { body } = await theirs.get(`/applications/${decision.applicationId}`);
    expect(body.decisions).toEqual([]);
    expect(body).not.toHaveProperty('assessments');
    expect(body).not.toHaveProperty('interestDeclarations');
  });

  it('takes no change from another site', async () => {
    const strangers: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: medel.address.replace('http', 'https').replace(/\d+$/, '1') },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    const officer = stage.people.handlaggare;
    for (const headers of strangers) {
      for (const who of [officer, medel.anyone()])
        expect((await who.post('/calls', { headers, body: stage.newCall() })).status).toBe(403);
      const body = { email: 'handlaggare@medel.example', password: 'medel-demo' };
      const signedIn = await medel.anyone().post('/session', { headers, body });
      expect([signedIn.status, signedIn.headers.getSetCookie()]).toEqual([403, []]);
      expect((await officer.get('/calls', { headers })).status).toBe(200);
    }
    const own: Record<string, string>[] = [{ origin: medel.address }, { 'sec-fetch-site': 'same-origin' }];
    for (const headers of own)
      expect((await officer.post('/calls', { headers, body: stage.newCall() })).status).toBe(201);
  });

  it('sets a cookie that no script reads and no other site sends', async () => {
    const body = { email: 'revisor@medel.example', password: 'medel-demo' };
    const { headers } = await medel.anyone().post('/session', { body });
    expect(headers.getSetCookie()[0]).toMatch(
      /^medel_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('ends a session for good', async () => {
    const leaving = await medel.as('revisor');
    expect((await leaving.get('/session')).status).toBe(200);
    expect((await leaving.delete('/session')).status).toBe(204);
    expect((await leaving.get('/session')).status).toBe(401);
  });
});

describe('a handler that does not say who may call it', () => {
  it('stops the start', async () => {
    @Controller('forgotten')
    class ForgottenController {
      @Get('open')
      open() {
        return 'to anyone';
      }
    }
    const module = await Test.createTestingModule({
      imports: [DiscoveryModule],
      controllers: [ForgottenController],
    }).compile();
    const app = module.createNestApplication(new FastifyAdapter());
    expect(() => readAccessTable(app, API_PREFIX)).toThrow('ForgottenController.open');
    await app.close();
  });
});
