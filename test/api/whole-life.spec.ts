import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { completeForm, completeReport, Medel, until, type Any, type Client } from '#testing';
import { Bundle } from './case-bundle.js';
import { Exporting } from './exporting.js';

const year = new Date().getFullYear();
const years = [year, year + 1, year + 2];

/** One grant through its whole life, as the people who meet it see it, over HTTP. */
describe('the whole life of a grant', () => {
  let medel: Medel;
  const people: Record<string, Client> = {};
  let call: Any;
  let application: Any;
  let decision: Any;

  beforeAll(async () => {
    medel = await Medel.start({ worker: true });
    for (const name of [
      'sokande.1275',
      'firmatecknare.1275',
      'handlaggare',
      'beslut',
      'ekonomi',
      'revisor',
      'sokande.1280',
    ])
      people[name] = await medel.as(name);
  });
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
  });

  it('begins with an appropriation and a call', async () => {
    const finance = people['ekonomi']!;
    for (const [each, amount] of [
      [year, 5_000_000],
      [year + 1, 5_000_000],
    ] as const) {
      const body = { code: 'prov', name: 'Demo', year: each, amount, commitmentLimit: 4_000_000 };
      expect((await finance.post('/appropriations', { body })).status).toBe(201);
    }
    const officer = people['handlaggare']!;
    const body = {
      programmeCode: 'exempel-2025',
      title: 'Demo: prov',
      opensOn: `${year}-01-01`,
      closesOn: `${year}-12-31`,
      step: 'measures',
      years,
      budget: years.map((each) => ({ year: each, amount: 2_000_000 })),
      appropriationCode: 'prov',
    };
    const made = await officer.post('/calls', { body });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/api/v1/calls/${made.body.id}`);
    call = (await officer.post(`/calls/${made.body.id}/publish`)).body;
    expect(call).toMatchObject({
      status: 'published',
      isOpen: true,
      wordingFrom: '2025-01-01',
      actions: ['close'],
    });
  });

  it('is applied for by one person and signed by another', async () => {
    const applicant = people['sokande.1275']!;
    const draft = await applicant.post('/applications', { body: { callId: call.id } });
    expect(draft.status).toBe(201);
    const path = `/applications/${draft.body.id}`;
    const early = await people['firmatecknare.1275']!.post(`${path}/submit`);
    expect(early.status).toBe(422);
    expect(early.body.findings.length).toBeGreaterThan(3);

    const form = completeForm({ years });
    const greedy = {
      ...form,
      requested: years.map((each) => ({ year: each, amount: 950_000 })),
      coFinancing: years.map((each) => ({ year: each, source: 'own', funder: '', amount: 50_000 })),
    };
    expect((await applicant.edit(path, greedy)).status).toBe(200);
    const refused = await people['firmatecknare.1275']!.post(`${path}/submit`);
    expect(refused).toMatchObject({ status: 422, body: { code: 'rulesNotMet' } });
    expect(refused.body.findings).toContainEqual(
      expect.objectContaining({
        code: 'maxShareOfCosts',
        outcome: 'notMet',
        citation: { sfs: 'exempel', section: '5 §', wordingFrom: '2025-01-01' },
      }),
    );

    expect((await applicant.edit(path, form)).status).toBe(200);
    expect((await applicant.post(`${path}/submit`)).status).toBe(403);
    const submitted = await people['firmatecknare.1275']!.post(`${path}/submit`, { key: 'sign-once' });
    expect(submitted.status).toBe(200);
    expect(submitted.body.registryNumber).toMatch(new RegExp(`^${year}-\\d{6}$`));
    const again = await people['firmatecknare.1275']!.post(`${path}/submit`, { key: 'sign-once' });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body).toEqual(submitted.body);
    application = submitted.body;
  });

  it('keeps its evidence, which replays to the same', async () => {
    const auditor = people['revisor']!;
    const evidence = await auditor.get(`/applications/${application.id}/evidence`);
    const threshold = evidence.body.eligibility.find((finding: Any) => finding.code === 'measureThreshold');
    expect(threshold).toMatchObject({
      outcome: 'met',
      data: {
        thresholds: [{ measure: 'areaType12Share', value: 0.6, outcome: 'met', quality: 'proxy', n: 290 }],
      },
    });
    expect(threshold.data.thresholds[0].dataset.sha256).toMatch(/^[0-9a-f]{64}$/);
    const replay = await auditor.post(`/applications/${application.id}/evidence/replay`);
    expect(replay).toMatchObject({
      status: 200,
      body: { agrees: true, differences: [], today: { agrees: true } },
    });
    expect((await people['sokande.1280']!.get(`/applications/${application.id}`)).status).toBe(404);
  });

  it('is assessed, completed and proposed', async () => {
    const officer = people['handlaggare']!;
    const path = `/applications/${application.id}`;
    expect((await officer.post(`${path}/start-assessment`)).status).toBe(200);
    const declared = await officer.post(`${path}/declare-conflict-of-interest`, {
      body: { interest: 'none' },
    });
    expect(declared.status).toBe(200);
    const asked = await officer.post(`${path}/request-completion`, {
      body: { items: [{ text: 'Demo: hur följs målen upp?' }], dueOn: `${year + 1}-12-31` },
    });
    expect(asked.body).toMatchObject({
      status: 'completionRequested',
      completion: { items: [{ text: 'Demo: hur följs målen upp?' }] },
    });
    const followUp = { plan: 'Demo: besöken räknas varje dag.', evaluator: '', continuation: 'Demo' };
    expect((await people['sokande.1275']!.edit(path, { followUp })).status).toBe(200);
    const completed = await people['firmatecknare.1275']!.post(`${path}/complete`);
    expect(completed.body).toMatchObject({
      status: 'underAssessment',
      completion: null,
      submissions: [{ number: 1 }, { number: 2 }],
    });
    const assessed = await officer.post(`${path}/assess`, {
      body: { criteria: [{ code: 'longTerm', score: 3, motive: 'Demo' }] },
    });
    expect(assessed.status).toBe(200);

    const proposal = {
      outcome: 'approve',
      years: years.map((each) => ({ year: each, amount: 800_000 })),
      reasons: 'Demo: uppfyller villkoren.',
      conditions: ['Demo: återrapportera besök'],
      reportsDue: years.map((each) => ({
        kind: each === year + 2 ? 'final' : 'interim',
        year: each,
        dueOn: `${each + 1}-03-01`,
      })),
      instalments: [
        { year, share: 0.5 },
        { year, share: 0.5 },
      ],
    };
    const proposed = await officer.post(`${path}/decision-proposals`, {
      body: proposal,
      key: 'propose-once',
    });
    expect(proposed.status).toBe(201);
    expect(proposed.body).toMatchObject({ status: 'proposed', outcome: 'approve', actions: [] });
    decision = proposed.body;
    const [appropriation] = (await officer.get(`/appropriations?year=${year}`)).body.items;
    expect(appropriation).toMatchObject({
      allocated: 5_000_000,
      reserved: 800_000,
      committed: 0,
      available: 4_200_000,
      commitmentLimit: { allocated: 4_000_000, reserved: 1_600_000, available: 2_400_000 },
    });
  });

  it('is decided by another person over three years', async () => {
    expect((await people['handlaggare']!.post(`/decisions/${decision.id}/approve`)).status).toBe(403);
    expect((await people['sokande.1275']!.get(`/decisions/${decision.id}`)).status).toBe(404);
    const approved = await people['beslut']!.post(`/decisions/${decision.id}/approve`, {
      key: 'decide-once',
    });
    expect(approved.status).toBe(200);
    expect(approved.body).toMatchObject({
      status: 'approved',
      years: [
        { year, status: 'firm' },
        { year: year + 1, status: 'conditional' },
        { year: year + 2, status: 'conditional' },
      ],
    });
    expect(approved.body.payments.map((payment: Any) => payment.amount)).toEqual([
      400_000, 400_000, 800_000, 800_000,
    ]);
    expect((await people['sokande.1275']!.get(`/decisions/${decision.id}`)).status).toBe(200);
    expect((await people['beslut']!.post(`/decisions/${decision.id}/approve`)).status).toBe(409);
  });

  it('confirms a later year when its money is appropriated', async () => {
    const confirmed = await people['beslut']!.post(`/decisions/${decision.id}/confirm-year`, {
      body: { year: year + 1 },
    });
    expect(confirmed.body.years[1]).toMatchObject({ year: year + 1, status: 'firm' });
    const missing = await people['beslut']!.post(`/decisions/${decision.id}/confirm-year`, {
      body: { year: year + 2 },
    });
    expect(missing).toMatchObject({ status: 422, body: { findings: [{ code: 'yearNotAppropriated' }] } });
    const [earlier] = (await people['ekonomi']!.get(`/appropriations?year=${year}`)).body.items;
    expect(earlier).toMatchObject({
      committed: 800_000,
      commitmentLimit: { committed: 800_000, available: 3_200_000 },
    });
    const [own] = (await people['ekonomi']!.get(`/appropriations?year=${year + 1}`)).body.items;
    expect(own).toMatchObject({ committed: 800_000, available: 4_200_000 });
  });

  it('is attested by a finance officer', async () => {
    const due = await people['ekonomi']!.get(`/payments?status=due&decisionId=${decision.id}`);
    expect(due.body.total).toBeGreaterThanOrEqual(1);
    const attested = await people['ekonomi']!.post(`/payments/${due.body.items[0].id}/attest`);
    expect(attested.body).toMatchObject({ status: 'attested', actions: [] });
    expect((await people['ekonomi']!.post(`/payments/${due.body.items[0].id}/attest`)).body.code).toBe(
      'illegalTransition',
    );
  });

  it('is reported and settled', async () => {
    const { body } = await people['sokande.1275']!.get(`/reports?decisionId=${decision.id}`);
    const [report] = body.items;
    expect(report).toMatchObject({ status: 'open', year, kind: 'interim', isOverdue: false });
    const path = `/reports/${report.id}`;
    const prefilled = await people['sokande.1275']!.get(path);
    expect(prefilled.body.costs).toEqual([{ year, kind: 'personnel', amount: 0, note: 'Demo' }]);
    expect(
      (
        await people['sokande.1275']!.edit(
          path,
          completeReport({ year, costs: 700_000, coFinancing: 80_000 }),
        )
      ).status,
    ).toBe(200);
    expect((await people['sokande.1275']!.post(`${path}/submit`)).status).toBe(403);
    expect((await people['firmatecknare.1275']!.post(`${path}/submit`)).body.status).toBe('submitted');
    const approved = await people['handlaggare']!.post(`${path}/approve`);
    expect(approved.body).toMatchObject({
      status: 'approved',
      settlements: [
        {
          year,
          granted: 800_000,
          costs: 700_000,
          entitled: 630_000,
          used: 620_000,
          unused: 180_000,
          repay: 0,
          remaining: 630_000,
        },
      ],
    });
  });

  it('can be exported as of today, with checksum and control sums', async () => {
    const auditor = people['revisor']!;
    const ordered = await auditor.post('/exports', {
      body: { kind: 'grants-by-year', format: 'csv', filters: {} },
    });
    expect(ordered.status).toBe(202);
    const path = ordered.headers.get('location')!.replace('/api/v1', '');
    let made = ordered;
    for (let tries = 0; made.body.status !== 'ready' && tries < 100; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      made = await auditor.get(path);
    }
    expect(made.body).toMatchObject({
      status: 'ready',
      progress: 1,
      rowCount: 3,
      controlSums: { granted: 2_400_000, paid: 0 },
    });
    const file = await auditor.get<string>(`${path}/file`);
    expect(createHash('sha256').update(file.body).digest('hex')).toBe(made.body.sha256);
    expect(file.body.split('\n')[0]).toBe(
      'year,programmeCode,organisationCode,organisation,organisationKind,registryNumber,yearStatus,granted,paid',
    );
    expect(file.headers.get('content-disposition')).toContain('attachment');
  });

  it('can be taken out whole, in a file that verifies by itself', async () => {
    const auditor = people['revisor']!;
    const waiting = `/letters?applicationId=${application.id}&status=ordered`;
    await until(async () => (await auditor.get(waiting)).body.total === 0);
    const filters = { applicationId: application.id };
    const { file } = await new Exporting(medel, auditor).make({
      kind: 'case-bundle',
      format: 'zip',
      filters,
    });
    const bundle = Bundle.of(file);
    expect(bundle.verify()).toMatchObject({ code: 0 });
    const { submissions } = bundle.json('case/application.json');
    expect(submissions.map((each: Any) => [each.subjectType, each.number])).toEqual([
      ['application', 1],
      ['application', 2],
      ['report', 1],
    ]);
    const { letters } = bundle.json('case/letters.json');
    expect(letters.map(({ kind }: Any) => kind)).toEqual(['completionRequest', 'partialApproval']);
    expect(bundle.json('case/decisions.json').decisionYears.map(({ amount }: Any) => amount)).toEqual([
      800_000, 800_000, 800_000,
    ]);
    expect(bundle.json('case/payments.json').payments).toHaveLength(4);
    expect(bundle.json('case/reports.json').settlements).toMatchObject([{ used: 620_000, unused: 180_000 }]);
  });

  it('leaves a chain that verifies', async () => {
    const { body } = await people['revisor']!.get('/audit/verification');
    expect(body).toMatchObject({ ok: true, firstBroken: null });
    const events = await people['revisor']!.get(`/audit-events?subject=${application.id}&limit=200`);
    expect(events.body.items.map((event: Any) => event.action)).toEqual([
      'create',
      'edit',
      'edit',
      'submit',
      'start-assessment',
      'declare-conflict-of-interest',
      'request-completion',
      'edit',
      'complete',
      'assess',
      'propose',
      'decide',
    ]);
  });
});
