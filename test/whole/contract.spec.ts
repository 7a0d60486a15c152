import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, completeReport, Contract, Medel, until, type Any, type Client } from '#testing';
import { enrolApp, enrolKey, Key, proveByKey } from '../api/factors.js';
import { loadValues, seededValues } from '../api/load-values.js';
import { MONEY_OPERATIONS } from '../api/money-operations.js';
import { THINNING_OPERATIONS } from '../api/thinning-operations.js';

const year = new Date().getFullYear();
const years = [year, year + 1];
const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });

/** Success needs an export that failed, which no request brings about, or an identity provider: see oidc.spec.ts. */
const NOT_ANSWERED = ['retryExport', 'beginSignIn', 'finishSignIn'];

/** The clients are watched: every answer in here, refusals too, is held against the published contract as it comes. */
describe('every answer is what the contract says', () => {
  let medel: Medel;
  let contract: Contract;
  let cases: Cases;
  let auditor: Client;
  let applicationId: string;
  let decisionId: string;

  const as = async (name: string) => contract.watch(await medel.as(name));

  beforeAll(async () => {
    medel = await Medel.start();
    contract = await Contract.of(medel.anyone());
    auditor = await as('revisor');
    cases = await Cases.open({ as }, { years, appropriated: years });
  });
  afterAll(() => medel.stop());

  it('in a session', async () => {
    const anyone = contract.watch(medel.anyone());
    expect((await anyone.get('//health/live')).status).toBe(200);
    expect((await anyone.get('//health/ready')).status).toBe(200);
    expect((await anyone.get('//metrics')).status).toBe(200);
    expect((await anyone.get('/session')).status).toBe(401);
    await anyone.signIn('handlaggare@medel.example');
    expect((await anyone.get('/session')).status).toBe(200);
    expect((await anyone.delete('/session')).status).toBe(204);
    const wrong = { email: 'handlaggare@medel.example', password: 'wrong' };
    expect((await anyone.post('/session', { body: wrong })).status).toBe(401);
    expect((await anyone.post('/session', { body: { email: 1 } })).status).toBe(400);
    expect((await cases.applicant.get('/session')).body.user.organisation.code).toBe('1275');
  });

  it('about keys for machines', async () => {
    const body = { name: 'Demo', scopes: ['call.read'], expiresOn: `${year + 1}-01-01` };
    const made = await auditor.post('/api-keys', { body });
    expect(made.status).toBe(201);
    expect((await auditor.get('/api-keys')).body.items).toHaveLength(1);
    const machine = contract.watch(medel.anyone());
    const headers = { authorization: `Bearer ${made.body.key}` };
    expect((await machine.get('/calls', { headers })).status).toBe(200);
    expect((await machine.get('/api-keys', { headers })).status).toBe(403);
    expect((await auditor.delete(`/api-keys/${made.body.id}`)).status).toBe(204);
    expect((await machine.get('/calls', { headers })).status).toBe(401);
  });

  it('about organisations, measures and programmes', async () => {
    const [{ id }] = (await auditor.get('/organisations?code=1275')).body.items;
    await expectAll(auditor, [
      '/organisations?limit=200&sort=-population',
      '/organisations?kind=region',
      '/organisations?eligibleFor=exempel-2025&limit=2',
      `/organisations/${id}`,
      `/organisations/${id}/measures`,
      `/organisations/${id}/measures?asOf=2020-01-01`,
      '/measures',
      '/measures/areaType12Share/values',
      '/programmes',
      '/programmes/sfs-2018-151',
      '/programmes/sfs-2018-119?asOf=2018-07-01',
      '/programmes/exempel-2025',
      '/programmes/exempel-2027/eligibility',
      '/programmes/sfs-2018-118/eligibility?kind=region&asOf=2022-06-01',
    ]);
    const made = await (await as('admin')).post('/eligibility-recomputations');
    expect(made.status).toBe(201);
    await expectAll(auditor, ['/eligibility-recomputations', `/eligibility-recomputations/${made.body.id}`]);
    expect((await auditor.get('/measures/areaType12Share/values?year=1950')).status).toBe(404);
    expect((await auditor.get('/organisations?sort=wrong')).status).toBe(400);
  });

  it('of what a call would come to', async () => {
    const { officer, callId } = cases;
    const cost = { total: 1_000, year, key: { measure: 'areaType12Share' } };
    for (const body of [{}, { threshold: 1, ...cost }, { asOf: '2020-01-01', combine: 'any', ...cost }])
      expect((await officer.post(`/calls/${callId}/simulate`, { body })).status).toBe(200);
    expect((await officer.post(`/calls/${callId}/simulate`, { body: { threshold: '' } })).status).toBe(400);
    expect((await officer.post(`/calls/${callId}/allocate`, { body: cost })).status).toBe(200);
    expect(
      (await officer.post(`/calls/${callId}/allocate`, { body: { ...cost, among: 'all' } })).status,
    ).toBe(200);
    const floor = { ...cost, key: { ...cost.key, floor: 1_000 } };
    expect((await officer.post(`/calls/${callId}/allocate`, { body: floor })).status).toBe(422);
  });

  it('from a draft to a submission', async () => {
    const { applicant, signatory } = cases;
    const empty = (await applicant.post('/applications', { body: { callId: cases.callId } })).body.id;
    await expectAll(applicant, [`/applications/${empty}`, `/applications/${empty}/checks`]);
    expect((await signatory.post(`/applications/${empty}/submit`)).status).toBe(422);
    expect((await applicant.patch(`/applications/${empty}`, { body: { title: 'Demo' } })).status).toBe(428);
    expect((await applicant.edit(`/applications/${empty}`, { title: 1, costs: [{}] })).status).toBe(400);
    expect((await applicant.get(`/applications/${empty}/evidence`)).status).toBe(404);
    expect((await applicant.post(`/applications/${empty}/discard`)).status).toBe(200);

    const attached = await cases.draft();
    const path = `/applications/${attached}/attachments`;
    const { body: attachment } = await applicant.upload(path, 'Demo;1', {});
    expect((await applicant.upload(path, 'Demo', {}, { name: 'demo.pdf' })).status).toBe(415);
    await expectAll(applicant, [path, `${path}/${attachment.id}`, `/applications/${attached}`]);
    expect((await applicant.delete(`${path}/${attachment.id}`)).status).toBe(204);

    const given = await cases.submitted();
    expect((await signatory.post(`/applications/${given}/withdraw`)).status).toBe(200);
    const partners = [{ organisationNumber: '212000-1124', name: 'Demo', role: '' }];
    applicationId = await cases.submitted({ partners });
    await expectAll(auditor, [
      `/applications/${applicationId}`,
      `/applications/${applicationId}/checks`,
      `/applications/${applicationId}/evidence`,
    ]);
    expect((await auditor.post(`/applications/${applicationId}/evidence/replay`)).status).toBe(200);
  });

  it('in the assessment', async () => {
    const { officer, applicant, signatory } = cases;
    const path = `/applications/${applicationId}`;
    const { id: userId } = (await officer.get('/session')).body.user;
    const act = async (action: string, body?: object) =>
      expect((await officer.post(`${path}/${action}`, { body })).status).toBe(200);
    const isUnassigned = async () =>
      (await officer.get('/applications?assignedTo=none&limit=200')).body.items.some(
        ({ id }: Any) => id === applicationId,
      );
    expect(await isUnassigned()).toBe(true);
    await act('start-assessment');
    await act('assign', { userId });
    expect(await isUnassigned()).toBe(false);
    await act('declare-conflict-of-interest', { interest: 'none' });
    await act('request-completion', { items: [{ text: 'Demo' }], dueOn: `${year + 1}-12-31` });
    expect((await applicant.get(path)).body).not.toHaveProperty('assessments');
    expect((await signatory.post(`${path}/complete`)).status).toBe(200);
    await act('notify-delay', { reasons: 'Demo: många ansökningar.', expectedOn: `${year + 1}-06-30` });
    await act('assess', { criteria: [{ code: 'longTerm', score: 3 }] });
    await act('judge', { findingCode: 'purpose', outcome: 'met', motive: 'Demo: ändamålet är rätt.' });
    await expectAll(auditor, [`${path}/checks`, `${path}/evidence`]);
    const shares = await seededValues(medel, 'areaType12Share');
    await loadValues(medel, { measure: 'areaType12Share', year: 2022, values: { ...shares, '1275': 0.5 } });
    const replay = await auditor.post(`${path}/evidence/replay`);
    expect(replay.body).toMatchObject({ agrees: true, today: { agrees: false } });
    expect((await officer.post(`${path}/submit`)).status).toBe(403);
    expect((await officer.post(`${path}/start-assessment`)).status).toBe(409);
  });

  it('in the decision', async () => {
    const { decider, officer } = cases;
    const first = (await cases.propose(applicationId)).body;
    const body = { note: 'Demo: en gång till' };
    expect((await decider.post(`/decisions/${first.id}/return`, { body })).status).toBe(200);
    const second = await cases.propose(applicationId, 'contract');
    expect((await cases.propose(applicationId, 'contract')).body).toEqual(second.body);
    decisionId = second.body.id;
    const proposed = await auditor.get(`/decisions/${decisionId}`);
    expect(proposed.body.evidence.length).toBeGreaterThan(0);
    expect((await decider.post(`/decisions/${decisionId}/approve`)).status).toBe(200);
    const confirm = { body: { year: year + 1 } };
    expect((await decider.post(`/decisions/${decisionId}/confirm-year`, confirm)).status).toBe(200);
    await expectAll(auditor, [
      `/decisions/${decisionId}`,
      `/decisions/${decisionId}?asOf=${today}`,
      `/decisions?asOf=${today}`,
    ]);
    expect((await officer.get(`/decisions/${decisionId}?asOf=2020-01-01`)).status).toBe(404);
    const rejected = await cases.underAssessment();
    const rejection = { outcome: 'reject', reasons: 'Demo: avslag' };
    const { id } = (await officer.post(`/applications/${rejected}/decision-proposals`, { body: rejection }))
      .body;
    expect((await decider.post(`/decisions/${id}/approve`)).status).toBe(200);
  });

  it('of payments and reports', async () => {
    const { finance, applicant, signatory, officer } = cases;
    const [due] = (await finance.get(`/payments?status=due&decisionId=${decisionId}`)).body.items;
    expect((await finance.post(`/payments/${due.id}/attest`)).status).toBe(200);
    await expectAll(finance, [`/payments/${due.id}`]);

    const [report] = (await applicant.get(`/reports?decisionId=${decisionId}&status=open`)).body.items;
    const path = `/reports/${report.id}`;
    expect((await signatory.post(`${path}/submit`)).status).toBe(422);
    const imported = await importBooks(path);
    const sample = { programmeCode: 'exempel-2025', year, size: 1 };
    const drawn = await auditor.post('/samples', { body: sample });
    expect((await auditor.post('/samples', { body: { ...sample, size: 9_999 } })).status).toBe(422);
    await expectAll(auditor, [
      '/samples?limit=200',
      `/samples/${drawn.body.id}`,
      `${path}/accounting`,
      imported,
    ]);
    expect((await auditor.post(`/samples/${drawn.body.id}/replay`)).body.agrees).toBe(true);
    const edit = () => applicant.edit(path, completeReport({ year, costs: 800_000, coFinancing: 80_000 }));
    expect((await edit()).status).toBe(200);
    expect((await signatory.post(`${path}/submit`)).status).toBe(200);
    const body = { items: [{ text: 'Demo' }], dueOn: `${year + 1}-12-31` };
    expect((await officer.post(`${path}/request-completion`, { body })).status).toBe(200);
    expect((await edit()).status).toBe(200);
    expect((await signatory.post(`${path}/submit`)).status).toBe(200);
    expect((await officer.post(`${path}/approve`)).status).toBe(422);
    await prove((await applicant.get(path)).body.evidenceDemand.id);
    await expectAll(officer, [`${path}/settlement`]);
    const approved = await officer.post(`${path}/approve`);
    expect(approved.body.settlements).toHaveLength(1);
  });

  async function importBooks(path: string): Promise<string> {
    const { applicant } = cases;
    const mapping = { accounts: [{ from: '5', to: '5', kind: 'personnel' }] };
    const send = (rows: string) =>
      applicant.upload<Any>(`${path}/accounting`, `Datum;Konto;Belopp\n${rows}`, {
        mapping: JSON.stringify(mapping),
      });
    expect((await send('')).status).toBe(400);
    const { body } = await send(`${year}-01-31;5010;800000,50\n${year}-01-31;6010;1\n`);
    const imported = `/accounting-imports/${body.id}`;
    await expectAll(applicant, [imported, `${imported}/file`]);
    expect((await applicant.post(`${imported}/adopt`)).status).toBe(422);
    const ignored = [{ from: '6', to: '6' }];
    expect((await applicant.edit(imported, { mapping: { ...mapping, ignored } })).status).toBe(200);
    expect((await applicant.post(`${imported}/adopt`)).status).toBe(200);
    return imported;
  }

  async function prove(demandId: string): Promise<void> {
    const { applicant, officer } = cases;
    const demand = `/evidence-demands/${demandId}`;
    const send = () => applicant.upload<Any>(`${demand}/answer`, 'Demo', { note: 'Demo' });
    const { files } = (await send()).body;
    await expectAll(officer, [demand, `/evidence-files/${files[0].id}`]);
    expect((await officer.post(`${demand}/send-back`, { body: { note: 'Demo' } })).status).toBe(200);
    expect((await send()).status).toBe(200);
    expect((await officer.post(`${demand}/accept`)).status).toBe(200);
  }

  it('of co-financing, amendments and revocation', async () => {
    const { officer, decider } = cases;
    const proof = { year, source: 'own', amount: 50_000, kind: 'accounts', reference: 'Demo: ver 1' };
    const prove = (body: object) => officer.post(`/decisions/${decisionId}/prove-co-financing`, { body });
    expect((await prove(proof)).status).toBe(200);
    expect((await prove({ ...proof, amount: 900_000 })).status).toBe(422);
    const amend = (amount: number) =>
      officer.post(`/decisions/${decisionId}/amend`, {
        body: { years: [{ year: year + 1, amount }], reasons: 'Demo: färre insatser.', conditions: ['Demo'] },
      });
    expect((await amend(10_000_000)).status).toBe(422);
    const amendment = (await amend(500_000)).body;
    expect((await decider.post(`/decisions/${amendment.id}/approve`)).status).toBe(200);
    const paths = [`/decisions/${decisionId}`, `/decisions/${amendment.id}`];
    await expectAll(auditor, [...paths, ...paths.map((path) => `${path}/co-financing`)]);
    await expectAll(
      cases.applicant,
      paths.map((path) => `${path}/co-financing`),
    );
    const body = { grounds: ['renounced'], reasons: 'Demo: mottagaren avstår.' };
    expect((await decider.post(`/decisions/${amendment.id}/revoke`, { body })).status).toBe(200);
    await expectAll(auditor, [`/decisions/${amendment.id}?asOf=${today}`]);
  });

  it('of calls and appropriations', async () => {
    const { officer, finance } = cases;
    expect((await officer.post(`/calls/${cases.callId}/close`)).status).toBe(200);
    expect((await officer.post(`/calls/${cases.callId}/publish`)).status).toBe(409);
    const body = { code: 'utan-ram', name: 'Demo', year: year + 5, amount: 0 };
    const { id } = (await finance.post('/appropriations', { body })).body;
    const of = await cases.appropriation(year);
    await expectAll(finance, [
      `/calls/${cases.callId}`,
      `/appropriations/${of.id}`,
      `/appropriations/${of.id}/ledger`,
      `/appropriations/${of.id}/holders`,
      `/appropriations/${id}/ledger`,
      '/colleagues?role=caseOfficer',
    ]);
  });

  it('of exports', async () => {
    const order = async (format: string) => {
      const body =
        format === 'zip'
          ? { kind: 'case-bundle', format, filters: { applicationId } }
          : { kind: 'grants-by-year', format, filters: { year } };
      return (await auditor.post('/exports', { body })).body.id as string;
    };
    expect((await auditor.post('/exports', { body: { kind: 'wrong', format: 'csv' } })).status).toBe(400);
    const cancelled = await order('csv');
    expect((await auditor.get(`/exports/${cancelled}/file`)).status).toBeGreaterThanOrEqual(400);
    expect((await auditor.delete(`/exports/${cancelled}`)).status).toBe(200);
    expect((await auditor.post(`/exports/${cancelled}/retry`)).status).toBe(409);
    await medel.startWorker();
    for (const format of ['csv', 'json', 'xlsx', 'pdf', 'zip']) {
      const id = await order(format);
      await until(async () => (await auditor.get(`/exports/${id}`)).body.status === 'ready');
      await expectAll(auditor, [
        `/exports/${id}`,
        `/exports/${id}/file`,
        `/exports/${id}/manifest`,
        `/exports/${id}/events`,
      ]);
    }
    await expectAll(auditor, ['/export-kinds']);
  });

  it('of exports that come by themselves', async () => {
    const recurrence = { every: 'quarter', month: 1, day: 31, at: '06:00', from: today };
    const order = { title: 'Demo', kind: 'decisions', format: 'csv', csv: { bom: true }, recurrence };
    const recipients = [(await cases.officer.get('/session')).body.user.id];
    const made = await auditor.post('/export-schedules', { body: { ...order, recipients } });
    expect(made.status).toBe(201);
    const path = `/export-schedules/${made.body.id}`;
    expect((await auditor.post('/export-schedules', { body: { ...order, recurrence: {} } })).status).toBe(
      400,
    );
    expect((await auditor.edit(path, { keeping: { files: 2 } })).status).toBe(200);
    expect((await auditor.patch(path, { body: {} })).status).toBe(428);
    expect((await cases.officer.edit(path, { title: 'Demo' })).status).toBe(403);
    for (const action of ['pause', 'resume', 'end'])
      expect((await auditor.post(`${path}/${action}`)).status).toBe(200);
    expect((await auditor.post(`${path}/resume`)).status).toBe(409);
    await expectAll(auditor, [path, '/export-schedules?mine=true', `/exports?scheduleId=${made.body.id}`]);
  });

  it('of data sets of measures', async () => {
    const admin = await as('admin');
    const fields = { kind: 'inequalityIndex', source: 'Demo', vintage: 'Demo' };
    const send = async (row: string) => {
      const content = `organisationCode,measure,year,value\n${row}\n`;
      const { status, body } = await admin.upload('/measure-datasets', content, fields);
      expect(status).toBe(202);
      await until(async () => (await admin.get(`/measure-datasets/${body.id}`)).body.status !== 'reading');
      return `/measure-datasets/${body.id}`;
    };
    const accepted = await send('1280,inequalityIndex,2021,1');
    expect((await admin.post(`${accepted}/accept`)).status).toBe(200);
    const rejected = await send('1280,inequalityIndex,2021,2');
    await expectAll(auditor, ['/measure-datasets', `${rejected}/diff`, '/measures/inequalityIndex/values']);
    expect((await admin.post(`${rejected}/reject`, { body: {} })).status).toBe(400);
    expect((await admin.post(`${rejected}/reject`, { body: { reason: 'Demo' } })).status).toBe(200);
    const failed = await send('180,inequalityIndex,2021,2');
    await expectAll(auditor, [accepted, rejected, failed, `${failed}/events`]);
    expect((await admin.upload('/measure-datasets', 'x', {})).status).toBe(400);
    const kolada = { kpis: ['N00001'], years: [2021] };
    expect((await admin.post('/measure-datasets/fetch', { body: { ...fields, kolada } })).status).toBe(202);
    expect((await admin.post('/measure-datasets/fetch', { body: { ...fields } })).status).toBe(400);
  });

  it('of the audit trail', async () => {
    await expectAll(auditor, [
      '/audit/verification',
      '/audit-events?limit=200',
      `/audit-events?subject=${decisionId}&from=${today}`,
    ]);
  });

  it.each(['sokande.1275', 'firmatecknare.1280', 'handlaggare', 'beslut', 'ekonomi', 'revisor', 'admin'])(
    'in every list, as %s reads it',
    async (name) => {
      const reader = await as(name);
      for (const collection of [
        'applications',
        'appropriations',
        'audit-events',
        'calls',
        'decisions',
        'exports',
        'export-schedules',
        'letters',
        'measure-datasets',
        'organisations',
        'payments',
        'reports',
        'samples',
      ]) {
        const first = await reader.get(`/${collection}?limit=1`);
        expect([200, 403]).toContain(first.status);
        if (first.body.nextCursor)
          await expectAll(reader, [`/${collection}?limit=200&cursor=${first.body.nextCursor}`]);
        await reader.get(`/${collection}?unknown=1`);
      }
    },
  );

  it('about accounts', async () => {
    const admin = await as('admin');
    const body = { name: 'Demo', email: 'ny@medel.example', roles: ['caseOfficer'] };
    const { body: user } = await admin.post('/users', { body });
    await expectAll(admin, ['/users', `/users/${user.id}`]);
    expect((await admin.post('/users', { body })).status).toBe(409);
    expect((await admin.edit(`/users/${user.id}`, { name: 'Demo' })).status).toBe(200);
    const { body: invitation } = await admin.post(`/users/${user.id}/invite`);
    const anyone = contract.watch(medel.anyone());
    const accept = (password: string) =>
      anyone.post('/public/invitations/accept', { body: { token: invitation.token, password } });
    expect((await accept('kort')).status).toBe(400);
    const [first, second, third] = [
      'demo: ett långt lösenord',
      'tre grå hästar i regn',
      'fyra blå ugglor i snö',
    ];
    expect((await accept(first)).status).toBe(204);
    const { body: link } = await admin.post(`/users/${user.id}/reset-password`);
    expect((await admin.post(`/users/${user.id}/invite`)).status).toBe(409);
    const reset = { body: { token: link.token, password: second } };
    expect((await anyone.post('/public/password-resets/accept', reset)).status).toBe(204);
    const own = await anyone.signIn(user.email, second);
    await medel.anyone().signIn(user.email, second);
    const { items } = (await own.get('/sessions')).body;
    const other = items.find(({ isCurrent }: Any) => !isCurrent).id;
    const change = (currentPassword: string) =>
      own.post('/session/change-password', { body: { currentPassword, newPassword: third } });
    expect((await own.delete(`/sessions/${other}`)).status).toBe(204);
    expect((await own.delete(`/sessions/${other}`)).status).toBe(404);
    expect((await own.delete('/sessions')).status).toBe(204);
    expect((await change(first)).status).toBe(400);
    expect((await change(second)).status).toBe(204);
    const reason = { body: { reason: 'Demo' } };
    expect((await admin.post(`/users/${user.id}/extract-personal-data`, reason)).status).toBe(200);
    expect((await admin.post(`/users/${user.id}/anonymise`, reason)).status).toBe(409);
    expect((await admin.edit(`/users/${user.id}`, { isActive: false })).status).toBe(200);
    expect((await admin.post(`/users/${user.id}/anonymise`, reason)).status).toBe(200);
  });

  it('of second factors', async () => {
    const officer = await as('handlaggare2');
    const { app } = await enrolApp(officer);
    const key = new Key();
    await enrolKey(officer, key);
    expect((await proveByKey(officer, key)).status).toBe(200);
    expect((await officer.prove({ code: app.code() })).status).toBe(200);
    expect((await officer.prove({ code: '000000' })).status).toBe(400);
    expect((await officer.post('/second-factor/recovery-codes')).status).toBe(200);
    const { id } = (await officer.get('/second-factor')).body.factors[0];
    expect((await officer.delete(`/second-factor/factors/${id}`)).status).toBe(204);
    const user = (await officer.get('/session')).body.user.id;
    const body = { reason: 'Demo' };
    const admin = await as('admin');
    expect((await admin.post(`/users/${user}/reset-second-factor`, { body })).status).toBe(200);
  });

  it('about letters, and to anyone', async () => {
    await medel.startWorker();
    const [letter] = await until(async () => {
      const { body } = await auditor.get(`/letters?applicationId=${applicationId}`);
      return body.items.every(({ status }: Any) => status === 'sealed') && body.items;
    });
    await expectAll(auditor, [
      `/letters/${letter.id}`,
      `/letters/${letter.id}.pdf`,
      `/decisions/${decisionId}/letter.pdf`,
    ]);
    const anyone = contract.watch(medel.anyone());
    const verification = `/public/decisions/${letter.registryNumber}/verification`;
    await expectAll(anyone, [
      `${verification}?sha256=${letter.sha256}`,
      `${verification}?sha256=${'0'.repeat(64)}`,
      `/public/calls/${cases.callId}/application-form.pdf`,
      `/public/calls/${cases.callId}/application-form.pdf?language=en`,
      `/public/calls/${cases.callId}/application-form`,
      `/public/calls/${cases.callId}`,
      '/public/instance',
      '/public/calls',
      '/public/grants',
      '/public/grants/summary',
      '/public/grants.csv',
      '/public/grants.json',
      '/public/seal-keys',
      '/public/programmes',
      '/public/programmes/exempel-2025',
    ]);
    expect((await anyone.get(verification)).status).toBe(400);
    expect((await anyone.get(`/public/calls/${letter.id}/application-form.pdf`)).status).toBe(404);
  });

  it('and one that is not is noticed', async () => {
    const spoilt = medel.anyone();
    const send = spoilt.send.bind(spoilt);
    spoilt.send = async (...asked) => {
      const answer = await send<Any>(...asked);
      return { ...answer, body: { ...answer.body, unknown: true } };
    };
    const watched = contract.watch(spoilt);
    await expect(watched.get('//health/live')).rejects.toThrow('getLiveness answered 200 not as');
    await expect(watched.get('/session')).rejects.toThrow('getSession answered 401 not as');
  });

  it('of every operation', () => {
    expect(contract.unanswered).toEqual(
      [...NOT_ANSWERED, ...MONEY_OPERATIONS, ...THINNING_OPERATIONS].toSorted(),
    );
  });
});

async function expectAll(reader: Client, paths: string[]): Promise<void> {
  for (const path of paths)
    expect({ path, status: (await reader.get<Any>(path)).status }).toEqual({ path, status: 200 });
}
