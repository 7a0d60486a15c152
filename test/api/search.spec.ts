import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { completeForm, Medel, type Any } from '#testing';
import { must, Stage, type Name } from './stage.js';

let medel: Medel;
let stage: Stage;
let clubs: Any;
let reading: Any;
let draft: Any;

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel, { span: 1 });
  clubs = await titled('Demo: nya ungdomsgårdar i stadsdelen', 'Fritidsledare möter ungdomar varje kväll.');
  reading = await titled('Demo: läsning 100 % med högläsare', 'Biblioteken öppnar tidigare.');
  draft = await titled('Demo: hemligt utkast om ungdomsgårdar', 'Inte inlämnad.', false);
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

async function titled(title: string, summary: string, isSubmitted = true): Promise<Any> {
  const applicant = stage.people['sokande.1275'];
  const made = await must(applicant.post('/applications', { body: { callId: stage.call.id } }), 201);
  const path = `/applications/${made.body.id}`;
  const ifMatch = made.headers.get('etag')!;
  await must(
    applicant.patch(path, { ifMatch, body: { ...completeForm({ years: stage.years }), title, summary } }),
    200,
  );
  if (isSubmitted) await must(stage.people['firmatecknare.1275'].post(`${path}/submit`), 200);
  return (await must(applicant.get(path), 200)).body;
}

async function found(q: string, name: Name = 'handlaggare'): Promise<string[]> {
  const { body } = await must(stage.people[name].get(`/applications?q=${encodeURIComponent(q)}`), 200);
  expect(body.total).toBe(body.items.length);
  return body.items.map(({ title }: Any) => title.slice(6, 10)).toSorted();
}

describe('a search among applications', () => {
  it.each([
    ['a word in another form', 'ungdomsgården', ['nya ']],
    ['a word of the summary', 'bibliotek', ['läsn']],
    ['several words in any order', 'kväll fritidsledare', ['nya ']],
    ['a phrase', '"öppnar tidigare"', ['läsn']],
    ['a word that is not to be there', 'demo -ungdomsgård', ['läsn']],
    ['a piece of a word of the title', 'DOMSGÅR', ['nya ']],
    ['a piece of a word of the summary, which is not looked for', 'bliotek', []],
    ['what nobody wrote', 'rymdfart', []],
    ['a sign that means something to the database', '100 %', ['läsn']],
    ['other such signs', `_'\\"%:*&|!()`, []],
  ])('finds by %s', async (_, q, titles) => {
    expect(await found(q)).toEqual(titles);
  });

  it('finds by registry number, and by a piece of the name of the organisation', async () => {
    expect(await found(clubs.registryNumber)).toEqual(['nya ']);
    expect(await found(reading.organisation.name.slice(1, 5))).toEqual(['läsn', 'nya ']);
  });

  it('finds a recipient its own by registry number and name, and nobody else’s', async () => {
    const name = reading.organisation.name.slice(1, 5);
    expect(await found(clubs.registryNumber, 'sokande.1275')).toEqual(['nya ']);
    expect(await found(name, 'sokande.1275')).toEqual(['heml', 'läsn', 'nya ']);
    expect(await found(clubs.registryNumber, 'sokande.annan')).toEqual([]);
    expect(await found(name, 'sokande.annan')).toEqual([]);
  });

  it('joins with the filters', async () => {
    const { body } = await stage.people.handlaggare.get('/applications?q=ungdomsgård&status=decided');
    expect(body.items).toEqual([]);
  });

  it('shows nobody what is not theirs to see', async () => {
    expect(await found('ungdomsgård')).toEqual(['nya ']);
    expect(await found('ungdomsgård', 'sokande.1275')).toEqual(['heml', 'nya ']);
    expect(await found('ungdomsgård', 'sokande.annan')).toEqual([]);
  });

  it('follows what a draft says now', async () => {
    const applicant = stage.people['sokande.1275'];
    const path = `/applications/${draft.id}`;
    const ifMatch = (await applicant.get(path)).headers.get('etag')!;
    await must(applicant.patch(path, { ifMatch, body: { title: 'Demo: simskola' } }), 200);
    expect(await found('ungdomsgård', 'sokande.1275')).toEqual(['nya ']);
    expect(await found('simskolor', 'sokande.1275')).toEqual(['sims']);
  });

  it('asks with the rights of the owner only for who sees all cases', async () => {
    const client = new pg.Client({ connectionString: medel.config.databaseUrl });
    await client.connect();
    const ask = async (scope: string, organisation: string) => {
      await client.query(
        `SELECT set_config('medel.scope', $1, false), set_config('medel.organisation', $2, false)`,
        [scope, organisation],
      );
      const { rows } = await client.query(`SELECT find_applications('ungdomsgård', 10) AS found`);
      return rows[0].found;
    };
    expect(await ask('all', '')).toEqual([clubs.id]);
    expect(await ask('own', clubs.organisation.id)).toEqual([]);
    expect(await ask('', '')).toEqual([]);
    await client.end();
  });
});
