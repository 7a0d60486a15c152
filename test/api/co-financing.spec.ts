import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, completeForm, completeReport, Medel, type Any, type Client } from '#testing';
import { must } from './stage.js';

const year = new Date().getFullYear();
let medel: Medel;
let cases: Cases;

beforeAll(async () => {
  medel = await Medel.start();
  cases = await Cases.open(medel, { years: [year] });
});
afterEach(() => medel.expectCoherent());
afterAll(() => medel.stop());

const follow = async (id: string, who: Client = cases.officer): Promise<Any> =>
  (await must(who.get(`/decisions/${id}/co-financing`), 200)).body;
const prove = (id: string, changes: object = {}, who: Client = cases.officer) =>
  who.post(`/decisions/${id}/prove-co-financing`, {
    body: { year, source: 'own', amount: 60_000, kind: 'accounts', reference: 'Demo: ver 12', ...changes },
  });
const codes = ({ status, body }: Any) => [
  status,
  body.code,
  ...(body.findings ?? []).map((f: Any) => f.code),
];
const handIn = async (id: string, costs: number, coFinancing: number): Promise<string> => {
  const { reports } = (await must(cases.officer.get(`/decisions/${id}`), 200)).body;
  const report = reports[0].id as string;
  await must(cases.applicant.edit(`/reports/${report}`, completeReport({ year, costs, coFinancing })), 200);
  await must(cases.signatory.post(`/reports/${report}/submit`), 200);
  return report;
};
const stranger = {
  activities: [{ ...completeForm({ years: [year] }).activities[0], priorityArea: 'health' }],
};

describe('co-financing', () => {
  it('is followed from plan to proof', async () => {
    const id = await cases.approved(stranger);
    const before = await follow(id);
    expect(before).toMatchObject({
      percent: 90,
      years: [
        {
          year,
          costs: { planned: 1_000_000, decided: 1_000_000, reported: null },
          grant: { requested: 900_000, granted: 900_000, paid: 0 },
          coFinancing: { planned: 100_000, decided: 100_000, reported: null, evidenced: 0 },
          share: { planned: '90.00', decided: '90.00', reported: null },
        },
      ],
      findings: [],
      proofs: [],
    });
    expect(codes(await prove(id))).toEqual([422, 'rulesNotMet', 'proofAboveReported']);
    await handIn(id, 1_000_000, 90_000);
    const { body } = await must(prove(id), 200);
    expect(body.total.coFinancing).toEqual({
      planned: 100_000,
      decided: 100_000,
      reported: 90_000,
      evidenced: 60_000,
    });
    expect(body.findings.map((finding: Any) => [finding.code, finding.data.missing])).toEqual([
      ['coFinancingBelowDecided', 10_000],
      ['coFinancingUnproven', 30_000],
    ]);
    expect(codes(await prove(id, { reference: 'Demo: intyg', amount: 30_001 }))).toContain(
      'proofAboveReported',
    );
    // The same reference again replaces what it said.
    const again = (await must(prove(id, { amount: 90_000 }), 200)).body;
    expect(again.proofs).toHaveLength(1);
    expect(again.total.coFinancing.evidenced).toBe(90_000);
    expect((await follow(id, cases.applicant)).total.coFinancing.evidenced).toBe(90_000);
  });

  it('is proven by an officer without an interest, and seen by nobody else than its own', async () => {
    const id = await cases.approved(stranger);
    await handIn(id, 1_000_000, 100_000);
    for (const who of [cases.signatory, cases.decider, cases.finance])
      expect(codes(await prove(id, {}, who))).toEqual([403, 'forbidden']);
    const other = await medel.as('sokande.1480');
    expect((await other.get(`/decisions/${id}/co-financing`)).status).toBe(404);
    const officer = await medel.as('handlaggare2');
    const { applicationId } = await follow(id);
    await must(
      officer.post(`/applications/${applicationId}/declare-conflict-of-interest`, {
        body: { interest: 'possible', note: 'Demo' },
      }),
      200,
    );
    expect(codes(await prove(id, {}, officer))).toEqual([409, 'conflictOfInterest']);
    const { status, body } = await cases.officer.post(`/decisions/${id}/prove-co-financing`, {
      body: { year: 'x' },
    });
    expect([status, body.findings.map(({ path }: Any) => path).toSorted()]).toEqual([
      400,
      ['amount', 'kind', 'reference', 'source', 'year'],
    ]);
  });

  it('follows an amendment: the plan that it stated, and what earlier decisions were proven by', async () => {
    const id = await cases.approved(stranger);
    const plan = {
      years: [{ year, amount: 500_000 }],
      costs: [{ year, kind: 'personnel', amount: 800_000 }],
      coFinancing: [{ year, source: 'own', amount: 300_000 }],
    };
    await handIn(id, 800_000, 300_000);
    await must(prove(id), 200);
    const { body } = await must(
      cases.officer.post(`/decisions/${id}/amend`, {
        body: { ...plan, reasons: 'Demo: mindre omfattning.' },
      }),
      201,
    );
    await must(cases.decider.post(`/decisions/${body.id}/approve`), 200);
    expect(await follow(body.id)).toMatchObject({
      total: {
        costs: { planned: 1_000_000, decided: 800_000, reported: 800_000 },
        coFinancing: { planned: 100_000, decided: 300_000, reported: 300_000, evidenced: 60_000 },
        share: { decided: '62.50' },
      },
    });
  });

  it('stops a part payment beyond what a settled year entitles to', async () => {
    const id = await cases.approved(stranger);
    const report = await handIn(id, 500_000, 50_000);
    await must(cases.officer.post(`/reports/${report}/approve`), 200);
    const { payments } = (await cases.officer.get(`/decisions/${id}`)).body;
    const answer = await cases.finance.post(`/payments/${payments[0].id}/attest`);
    expect(codes(answer)).toEqual([422, 'rulesNotMet', 'paymentAboveCeiling']);
    expect(answer.body.findings[0].data).toMatchObject({ entitled: 450_000, taken: 0, above: 450_000 });
    // Amended to what it entitles to, the rest is free and the payment goes.
    const lower = (amount: number) =>
      cases.officer.post(`/decisions/${id}/amend`, {
        body: { years: [{ year, amount }], reasons: 'Demo: enligt redovisningen.' },
      });
    expect(codes(await lower(449_999))).toContain('yearSettled');
    const { body } = await must(lower(450_000), 201);
    const amended = (await must(cases.decider.post(`/decisions/${body.id}/approve`), 200)).body;
    await must(cases.finance.post(`/payments/${amended.payments[0].id}/attest`), 200);
  });
});

describe('other grants from the state', () => {
  it('for the same are told with what matched, to who decides, and block nothing', async () => {
    const first = await cases.approved();
    const second = await cases.proposed();
    const found = (await follow(second)).findings.filter(({ code }: Any) => code === 'otherStateGrant');
    const match = found.find(({ data }: Any) => data.decisionId === first);
    expect(match).toMatchObject({
      outcome: 'needsJudgement',
      data: { years: [{ year, amount: 900_000, costKinds: ['personnel'] }], declared: 0 },
    });
    const { evidence } = (await cases.decider.get(`/decisions/${second}`)).body;
    expect(evidence.map((finding: Any) => finding.data.decisionId)).toContain(first);
    await must(cases.decider.post(`/decisions/${second}/approve`), 200);
    // Seen from the first too, and gone when the other is revoked.
    const seen = async () => (await follow(first)).findings.map(({ data }: Any) => data.decisionId);
    expect(await seen()).toContain(second);
    const body = { grounds: ['renounced'], reasons: 'Demo: mottagaren avstår.' };
    await must(cases.decider.post(`/decisions/${second}/revoke`, { body }), 200);
    expect(await seen()).not.toContain(second);
  });
});
