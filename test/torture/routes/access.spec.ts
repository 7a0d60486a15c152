import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Medel, type Any } from '#testing';
import { readAccessTable } from '../../../apps/api/src/http/access-table.js';
import { API_PREFIX } from '../../../apps/api/src/http/server.js';
import { Stage } from '../../api/stage.js';

describe('sessions, lists and what is kept back', () => {
  let medel: Medel;
  let stage: Stage;

  beforeAll(async () => {
    medel = await Medel.start();
    stage = await Stage.set(medel);
  });
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
  });

  it('takes no session that it did not give', async () => {
    for (const cookie of ['medel_session=', 'medel_session=x', `medel_session=${'a'.repeat(43)}`]) {
      const answer = await medel.anyone().get('/applications', { headers: { cookie } });
      expect(answer.status).toBe(401);
    }
  });

  describe("another organisation's", () => {
    const things: Record<string, string> = {};
    beforeAll(async () => {
      const decision = await stage.decision('approved', 'annan');
      things['applications'] = decision.applicationId;
      things['decisions'] = decision.id;
      things['draft'] = await stage.application('draft', 'annan');
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
