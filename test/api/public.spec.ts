import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OpenGrantsFiles } from '#core/open-grants';
import { addDays } from '#domain/shared/local-date';
import { parseCsv } from '#platform/csv';
import { Medel, until, type Any, type Client } from '#testing';
import { expectProblem, findingsOf } from './problem.js';
import { must, NOWHERE, Stage, YEAR } from './stage.js';

const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
const SECRETS = ['Kontakt', '@medel', 'Hemligt', 'uppfyller villkoren', 'handlaggare'];

let medel: Medel;
let stage: Stage;
let anyone: Client;
/** By what became of them; the amended grant has the registry number of its case. */
const numbers: Record<string, string> = {};

const numberOf = async (applicationId: string): Promise<string> =>
  (await stage.people.revisor.get(`/applications/${applicationId}`)).body.registryNumber;
const grants = async (query = ''): Promise<Any> =>
  (await must(anyone.get(`/public/grants${query}`), 200)).body;
const idsOf = ({ items }: Any): string[] => items.map(({ id }: Any) => id).toSorted();

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel, { span: 2 });
  anyone = medel.anyone();
  const draft = await stage.application('draft');
  await stage.people['sokande.1275'].edit(`/applications/${draft}`, { title: 'Hemligt utkast' });
  await stage.application('submitted');
  await stage.decision('proposed');
  for (const [name, state, organisation] of [
    ['approved', 'approved', '1275'],
    ['other', 'approved', 'annan'],
    ['amended', 'superseded', '1275'],
    ['revoked', 'revoked', '1275'],
  ] as const)
    numbers[name] = await numberOf((await stage.decision(state, organisation)).applicationId);
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

describe('the public list of grants', () => {
  it('has what is granted and in force, each once, and tells of no person', async () => {
    const list = await grants();
    expect(idsOf(list)).toEqual([numbers['approved'], numbers['other'], numbers['amended']].toSorted());
    expect(list.total).toBe(3);
    const one = (name: string) => list.items.find(({ id }: Any) => id === numbers[name]);
    expect(one('approved')).toEqual({
      id: numbers['approved'],
      title: 'Demo: mötesplatser i området',
      description: expect.stringContaining('mötesplatser'),
      currency: 'SEK',
      amountAwarded: 1_600_000,
      amountDisbursed: 0,
      amountReturned: 0,
      awardDate: TODAY,
      plannedStartDate: `${YEAR}-01-01`,
      plannedEndDate: `${YEAR + 1}-12-31`,
      recipientOrganisationNumber: null,
      recipientCode: '1275',
      recipientName: 'Perstorp',
      recipientKind: 'municipality',
      programmeCode: 'exempel-2025',
      call: 'Demo: prov',
    });
    expect(one('amended').amountAwarded).toBe(1_500_000);
    for (const secret of SECRETS) expect(JSON.stringify(list)).not.toContain(secret);
  });

  it('is searched, filtered, sorted and paged', async () => {
    expect((await grants(`?year=${YEAR}`)).total).toBe(3);
    expect((await grants(`?year=${YEAR - 1}`)).total).toBe(0);
    expect((await grants('?programmeCode=exempel-2025')).total).toBe(3);
    expect((await grants('?programmeCode=sfs-2018-151')).total).toBe(0);
    expect(idsOf(await grants('?organisationCode=1275'))).toEqual(
      [numbers['approved'], numbers['amended']].toSorted(),
    );
    expect(idsOf(await grants(`?q=${numbers['other']}`))).toEqual([numbers['other']]);
    expect((await grants('?q=mötesplats')).total).toBe(3);
    expect((await grants('?q=Hemligt')).total).toBe(0);
    expect((await grants(`?q=${numbers['revoked']}`)).total).toBe(0);
    for (const sort of ['awardDate', 'id', 'recipient']) {
      const seen: string[] = [];
      for (let next: string | null = ''; next !== null;) {
        const page: Any = await grants(`?sort=-${sort}&limit=1${next && `&cursor=${next}`}`);
        seen.push(...page.items.map(({ id }: Any) => id));
        next = page.nextCursor;
      }
      expect(seen.toSorted()).toEqual(idsOf(await grants()));
      if (sort === 'id') expect(seen).toEqual(seen.toSorted().toReversed());
    }
    const refused = await anyone.get('/public/grants?year=x&colour=red');
    expectProblem(refused, 400, 'invalid');
    expect(findingsOf(refused)).toEqual(['colour unknownParameter', 'year notWholeNumber']);
  });

  it('may be kept for a minute, and is asked after by its tag', async () => {
    const first = await anyone.get('/public/grants');
    expect(first.headers.get('cache-control')).toBe('public, max-age=60');
    const tag = first.headers.get('etag')!;
    for (const header of [tag, `W/${tag}`, `"x", ${tag}`]) {
      const again = await anyone.get('/public/grants', { headers: { 'if-none-match': header } });
      expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', tag]);
    }
    const other = await anyone.get('/public/grants?limit=1', { headers: { 'if-none-match': tag } });
    expect(other.status).toBe(200);
    expect((await anyone.get('/public/grants?x=1')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('the public files of grants', () => {
  const rows = async (query = ''): Promise<Record<string, string>[]> =>
    parseCsv((await must(anyone.get<string>(`/public/grants.csv${query}`), 200)).body);
  const source = () => `${medel.config.publicOrigin}/api/v1/public/grants`;

  it('have the titles of the standard, and say publisher, source, licence and day', async () => {
    const answer = await must(anyone.get<string>('/public/grants.csv'), 200);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="grants-${TODAY}.csv"`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(answer.body.split('\n')[0]).toBe(
      'Recipient Org:Identifier,Identifier,Title,Description,Currency,Amount Awarded,Amount Disbursed,Amount Returned,' +
        'Award Date,Planned Dates:Start Date,Planned Dates:End Date,Recipient Org:Organisation Number,Recipient Org:Code,' +
        'Recipient Org:Name,Recipient Org:Kind,Grant Programme:Code,Grant Programme:Title,' +
        'Funding Org:Identifier,Funding Org:Name,Data Source,License,As Of',
    );
    const found = await rows();
    expect(found.map((row) => row['Identifier'])).toEqual(idsOf(await grants()));
    expect(found.find((row) => row['Identifier'] === numbers['amended'])).toMatchObject({
      'Recipient Org:Identifier': '1275',
      'Amount Awarded': '1500000',
      'Award Date': TODAY,
      'Funding Org:Name': 'Demomyndigheten Medel (demo)',
      'Data Source': `${source()}.csv`,
      License: 'https://licence.example/',
      'As Of': TODAY,
    });
  });

  it('are a package of grants as JSON', async () => {
    const { body, headers } = await must(anyone.get('/public/grants.json'), 200);
    expect(headers.get('content-language')).toBe('sv');
    const { grants: found, ...head } = body;
    expect(head).toEqual({
      title: 'Öppna data om bidrag',
      issued: TODAY,
      publisher: { name: 'Demomyndigheten Medel (demo)' },
      downloadURL: `${source()}.json`,
      license: 'https://licence.example/',
    });
    expect(found.map(({ id }: Any) => id)).toEqual(idsOf(await grants()));
    expect(found.find(({ id }: Any) => id === numbers['approved'])).toEqual({
      id: numbers['approved'],
      title: 'Demo: mötesplatser i området',
      description: expect.any(String),
      currency: 'SEK',
      amountAwarded: 1_600_000,
      amountDisbursed: 0,
      amountReturned: 0,
      awardDate: TODAY,
      plannedDates: [{ startDate: `${YEAR}-01-01`, endDate: `${YEAR + 1}-12-31` }],
      recipientOrganization: [{ id: '1275', code: '1275', name: 'Perstorp', kind: 'municipality' }],
      grantProgramme: [{ code: 'exempel-2025', title: 'Demo: prov' }],
      fundingOrganization: [{ id: 'Demomyndigheten Medel (demo)', name: 'Demomyndigheten Medel (demo)' }],
      dataSource: `${source()}.json`,
    });
    for (const secret of SECRETS) expect(JSON.stringify(body)).not.toContain(secret);
  });

  it('are of the day that is asked for', async () => {
    expect(await rows(`?asOf=${addDays(TODAY, -1)}`)).toEqual([]);
    expect(await rows(`?asOf=${TODAY}`)).toHaveLength(3);
    expect(
      (await must(anyone.get(`/public/grants.json?asOf=${addDays(TODAY, -1)}`), 200)).body.grants,
    ).toEqual([]);
    const refused = await anyone.get(`/public/grants.csv?asOf=${addDays(TODAY, 1)}`);
    expectProblem(refused, 400, 'invalid');
    expect(findingsOf(refused)).toEqual(['asOf dateInTheFuture']);
  });

  it('are guarded in a table and plain in a package', async () => {
    await medel.owner.query(`UPDATE organisations SET name = '=Perstorp' WHERE code = '1275'`);
    const [row] = await rows('?year=' + YEAR);
    const { body } = await anyone.get('/public/grants.json');
    await medel.owner.query(`UPDATE organisations SET name = 'Perstorp' WHERE code = '1275'`);
    const named = body.grants.map((grant: Any) => grant.recipientOrganization[0].name);
    expect([row!['Recipient Org:Name'], named]).toEqual([
      "'=Perstorp",
      expect.arrayContaining(['=Perstorp']),
    ]);
  });

  it('are written to a few at a time, and to nobody who does not read', async () => {
    // More than a stream holds unread.
    const number = (of: string) =>
      medel.owner.query(`UPDATE organisations SET organisation_number = ${of} WHERE code = '1275'`);
    await number(`repeat('1', 200000)`);
    const files = medel.api.get(OpenGrantsFiles, { strict: false });
    const unread = await Promise.all(Array.from({ length: 4 }, () => files.open('json', {}, 'sv')));
    // So many wait for their turn, and the next is told to come back.
    let hasCome = false;
    const waiting = Array.from({ length: 40 }, async () => {
      const { stream } = await files.open('csv', {}, 'sv');
      hasCome = true;
      stream.destroy();
    });
    const refused = await anyone.get('/public/grants.csv');
    expectProblem(refused, 503, 'unavailable');
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(hasCome).toBe(false);
    for (const { stream } of unread) stream.destroy();
    await Promise.all(waiting);
    // Who waits is told soon, and who does not read is cut.
    const stalled = await Promise.all(Array.from({ length: 4 }, () => files.open('json', {}, 'sv')));
    const began = Date.now();
    expectProblem(await anyone.get('/public/grants.json'), 503, 'unavailable');
    expect(Date.now() - began).toBeLessThan(20_000);
    await until(async () => stalled.every(({ stream }) => stream.destroyed));
    expect((await anyone.get<string>('/public/grants.csv')).status).toBe(200);
    await until(async () => {
      const { rowCount } = await medel.owner.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'medel export'`,
      );
      return rowCount === 0;
    });
    await number('NULL');
  });
});

describe('the public summary of grants', () => {
  it('adds up to the list, by year, programme and recipient', async () => {
    const { items } = await grants();
    const sum = (rows: Any[]) => rows.reduce((total, { amountAwarded }) => total + amountAwarded, 0);
    const { body } = await must(anyone.get('/public/grants/summary'), 200);
    expect(body).toMatchObject({
      currency: 'SEK',
      asOf: TODAY,
      grants: 3,
      recipients: 2,
      amountAwarded: sum(items),
      byYear: [{ year: YEAR, grants: 3, recipients: 2, amountAwarded: sum(items) }],
      byProgramme: [{ programmeCode: 'exempel-2025', grants: 3, recipients: 2, amountAwarded: sum(items) }],
    });
    expect(sum(body.byRecipient)).toBe(sum(items));
    const perstorp = body.byRecipient.find(({ organisation }: Any) => organisation.code === '1275');
    const { rows } = await medel.owner.query(
      `SELECT population, population_year, population_source, county FROM organisations WHERE code = '1275'`,
    );
    expect(perstorp).toMatchObject({
      county: rows[0].county,
      grants: 2,
      amountAwarded: 3_100_000,
      population: rows[0].population,
      populationYear: rows[0].population_year,
      populationSource: rows[0].population_source,
      awardedPerInhabitant: Math.round((3_100_000 * 100) / rows[0].population) / 100,
    });
    const nothing = (await must(anyone.get(`/public/grants/summary?year=${YEAR - 1}`), 200)).body;
    expect(nothing).toMatchObject({
      grants: 0,
      recipients: 0,
      amountAwarded: 0,
      byYear: [],
      byRecipient: [],
    });
  });
});

describe('public calls and programmes', () => {
  it('are those that are published, without what is the agency’s own', async () => {
    const officer = stage.people.handlaggare;
    const draft = (await must(officer.post('/calls', { body: stage.newCall() }), 201)).body;
    const ended = await stage.openCall({ closesOn: `${YEAR}-01-01` });
    const { items } = (await must(anyone.get('/public/calls'), 200)).body;
    expect(idsOf({ items })).toEqual([stage.call.id, ended.id].toSorted());
    const mine = items.find(({ id }: Any) => id === stage.call.id);
    const { appropriationCode, actions, ...shown } = (await officer.get(`/calls/${stage.call.id}`)).body;
    expect([appropriationCode, actions.length > 0]).toEqual(['prov', true]);
    expect(mine).toEqual({
      ...shown,
      applicationFormPdf: `/api/v1/public/calls/${stage.call.id}/application-form.pdf`,
    });
    expect((await must(anyone.get(`/public/calls/${stage.call.id}`), 200)).body).toEqual(mine);
    expect(idsOf((await anyone.get('/public/calls?isOpen=true')).body)).toEqual([stage.call.id]);
    expect(idsOf((await anyone.get('/public/calls?isOpen=false')).body)).toEqual([ended.id]);
    for (const id of [draft.id, NOWHERE])
      for (const path of ['', '/application-form'])
        expectProblem(await anyone.get(`/public/calls/${id}${path}`), 404, 'notFound');
  });

  it('ask in the language of the reader what the form on paper asks', async () => {
    const path = `/public/calls/${stage.call.id}/application-form`;
    const swedish = await must(anyone.get(path), 200);
    const english = await must(anyone.get(path, { headers: { 'accept-language': 'en' } }), 200);
    expect([swedish.headers.get('content-language'), swedish.body.language]).toEqual(['sv', 'sv']);
    expect([english.headers.get('content-language'), english.body.language]).toEqual(['en', 'en']);
    expect(english.headers.get('vary')).toBe('Accept-Language');
    expect(english.headers.get('etag')).not.toBe(swedish.headers.get('etag'));
    const questions = ({ body }: Any) => body.sections.flatMap((section: Any) => section.questions);
    const fields = questions(swedish).map(({ field }: Any) => field);
    expect(fields).toEqual(questions(english).map(({ field }: Any) => field));
    // Every part of an application is asked for.
    for (const part of Object.keys(stage.form()))
      expect(fields.some((field: string | null) => field?.split(/[.[]/)[0] === part)).toBe(true);
    const costs = questions(english).find(({ field }: Any) => field === 'costs');
    expect(costs).toMatchObject({ kind: 'sums', label: 'Costs', years: stage.years });
    expect(costs.choices.map(({ code }: Any) => code)).toContain('personnel');
    expect(swedish.body.rules.items.length).toBeGreaterThan(0);
  });

  it('are programmes as those who are signed in see them', async () => {
    const officer = stage.people.handlaggare;
    for (const path of ['programmes', 'programmes/sfs-2018-118', 'programmes/sfs-2018-118?asOf=2021-06-01'])
      expect((await must(anyone.get(`/public/${path}`), 200)).body).toEqual(
        (await officer.get(`/${path}`)).body,
      );
    expectProblem(await anyone.get('/public/programmes/none'), 404, 'notFound');
  });
});
