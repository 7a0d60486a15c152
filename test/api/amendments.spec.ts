import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, Medel, type Any, type Client } from '#testing';
import { anotherAccount, must } from './stage.js';

const year = new Date().getFullYear();
const [first, second] = [year, year + 1];

let medel: Medel;
let cases: Cases;
let otherDecider: Client;

beforeAll(async () => {
  medel = await Medel.start();
  cases = await Cases.open(medel, { years: [first, second], appropriated: [first, second] });
  otherDecider = await medel.as('beslut2');
});
afterEach(() => medel.expectCoherent());
afterAll(() => medel.stop());

const read = async (id: string, who: Client = cases.officer): Promise<Any> =>
  (await must(who.get(`/decisions/${id}`), 200)).body;
const amend = (id: string, body: object, who: Client = cases.officer) =>
  who.post(`/decisions/${id}/amend`, { body: { reasons: 'Demo: verksamheten ändras.', ...body } });
const approve = (id: string, who: Client = cases.decider) => who.post(`/decisions/${id}/approve`);
const revoke = (id: string, who: Client = cases.decider) =>
  who.post(`/decisions/${id}/revoke`, {
    body: { grounds: ['conditionNotMet'], reasons: 'Demo: villkoret är inte uppfyllt.' },
  });
const amended = async (id: string, body: object): Promise<Any> => {
  const { body: made } = await must(amend(id, body), 201);
  return (await must(approve(made.id), 200)).body;
};
const attestFirst = async (id: string): Promise<Any> => {
  const { payments } = await read(id);
  const due = payments.find((payment: Any) => payment.status === 'due');
  return (await must(cases.finance.post(`/payments/${due.id}/attest`), 200)).body;
};
const money = async () => {
  const pick = ({ available, reserved, committed }: Any) => ({ available, reserved, committed });
  const [now, later] = [await cases.appropriation(first), await cases.appropriation(second)];
  return { now: pick(now), limit: pick(now.commitmentLimit), later: pick(later) };
};
const codes = ({ status, body }: Any) => [
  status,
  body.code,
  ...(body.findings ?? []).map((f: Any) => f.code),
];
const years = (body: Any) => body.years.map((row: Any) => [row.year, row.amount, row.status]);
const plan = (body: Any) =>
  body.payments.map((row: Any) => [row.year, row.instalment, row.amount, row.status]);

describe('an amendment', () => {
  it('is a proposal of its own, with the difference shown; the earlier decision stands', async () => {
    const id = await cases.approved();
    const before = await money();
    const { status, body, headers } = await amend(id, {
      years: [
        { year: first, amount: 700_000 },
        { year: second, amount: 850_000 },
      ],
      requestedBy: 'recipient',
      conditions: ['Demo: lokalen hålls öppen.'],
    });
    expect([status, headers.get('location')]).toEqual([201, `/api/v1/decisions/${body.id}`]);
    expect(body).toMatchObject({
      status: 'proposed',
      amendsId: id,
      supersededById: null,
      requestedBy: 'recipient',
      difference: {
        years: [
          { year: first, before: 900_000, after: 700_000, change: -200_000 },
          { year: second, before: 900_000, after: 850_000, change: -50_000 },
        ],
        total: { before: 1_800_000, after: 1_550_000, change: -250_000 },
        conditions: { added: ['Demo: lokalen hålls öppen.'], removed: [] },
        reportsDue: { added: [], removed: [] },
        plan: false,
      },
    });
    expect(await read(id)).toMatchObject({
      status: 'approved',
      supersededById: null,
      actions: ['prove-co-financing'],
    });
    expect(await money()).toEqual(before);
  });

  it('supersedes once approved: money, payments and reports follow', async () => {
    const id = await cases.approved();
    const old = await read(id);
    const before = await money();
    const body = await amended(id, { years: [{ year: first, amount: 700_000 }] });
    expect(years(body)).toEqual([
      [first, 700_000, 'firm'],
      [second, 900_000, 'conditional'],
    ]);
    expect(plan(body)).toEqual([
      [first, 1, 700_000, 'due'],
      [second, 1, 900_000, 'planned'],
    ]);
    expect(body.reports.map(({ id: report }: Any) => report).toSorted()).toEqual(
      old.reports.map(({ id: report }: Any) => report).toSorted(),
    );
    const earlier = await read(id);
    expect(earlier).toMatchObject({
      status: 'superseded',
      supersededById: body.id,
      actions: [],
      reports: [],
    });
    expect(earlier.payments.map(({ status }: Any) => status)).toEqual(['cancelled', 'cancelled']);
    const after = await money();
    expect(after.now).toEqual({
      ...before.now,
      available: before.now.available + 200_000,
      committed: before.now.committed - 200_000,
    });
    expect(after.limit).toEqual(before.limit);
  });

  it('that is returned leaves the earlier decision in force and lets go of what it held', async () => {
    const id = await cases.proposed();
    const small = { years: [{ year: first, amount: 500_000 }] };
    await must(approve(id), 200);
    const lowered = await amended(id, small);
    const before = await money();
    const { body: raise } = await must(amend(lowered.id, { years: [{ year: first, amount: 800_000 }] }), 201);
    expect((await money()).now).toEqual({
      ...before.now,
      available: before.now.available - 300_000,
      reserved: before.now.reserved + 300_000,
    });
    await must(cases.decider.post(`/decisions/${raise.id}/return`, { body: { note: 'Demo' } }), 200);
    expect(await money()).toEqual(before);
    const standing = await read(lowered.id);
    expect([standing.status, standing.actions]).toEqual(['approved', ['amend', 'prove-co-financing']]);
    expect(plan(standing)[0]).toEqual([first, 1, 500_000, 'due']);
    expect((await read(raise.id)).status).toBe('returned');
  });

  it('never undoes what is paid: the year may not go below it, told with numbers', async () => {
    const id = await cases.approved();
    await attestFirst(id);
    const answer = await amend(id, { years: [{ year: first, amount: 600_000 }] });
    expect(codes(answer)).toEqual([422, 'rulesNotMet', 'belowPaid']);
    expect(answer.body.findings[0]).toMatchObject({
      path: 'years[0].amount',
      data: { year: first, amount: 600_000, paid: 900_000, toRecover: 300_000 },
    });
    // The other year may still change, and nothing is planned for what is on its way.
    const body = await amended(id, { years: [{ year: second, amount: 400_000 }] });
    expect(plan(body)).toEqual([[second, 1, 400_000, 'planned']]);
    expect(plan(await read(id))[0]).toEqual([first, 1, 900_000, 'attested']);
  });

  it('is held to what is paid when it is decided too', async () => {
    const id = await cases.approved();
    const { body } = await must(amend(id, { years: [{ year: first, amount: 600_000 }] }), 201);
    await attestFirst(id);
    const answer = await approve(body.id);
    expect(codes(answer)).toEqual([422, 'rulesNotMet', 'belowPaid']);
    expect((await read(id)).status).toBe('approved');
    await must(cases.decider.post(`/decisions/${body.id}/return`, { body: { note: 'Demo' } }), 200);
  });

  it('moves money between years of a limit without holding any, and follows a year that was made firm', async () => {
    const id = await cases.approved();
    const { body } = await must(amend(id, { years: [{ year: second, amount: 500_000 }] }), 201);
    await must(cases.decider.post(`/decisions/${id}/confirm-year`, { body: { year: second } }), 200);
    const before = await money();
    const done = (await must(approve(body.id), 200)).body;
    expect(years(done)[1]).toEqual([second, 500_000, 'firm']);
    const after = await money();
    expect(after.limit).toEqual(before.limit);
    expect(after.later.committed).toBe(before.later.committed - 400_000);
  });

  it('is checked against ceiling, request and call as any proposal, all findings at once', async () => {
    const id = await cases.approved();
    const answer = await amend(id, {
      years: [
        { year: first, amount: 1_000_000 },
        { year: year + 7, amount: 1 },
      ],
    });
    expect(answer.status).toBe(422);
    expect(codes(answer)).toEqual(
      expect.arrayContaining(['aboveRequested', 'maxShareOfCosts', 'outsideCallYears']),
    );
    expect(codes(await amend(id, { years: [] }))).toEqual([422, 'rulesNotMet', 'nothingAmended']);
    expect(codes(await amend(id, { years: [{ year: first, amount: 900_000 }] }))).toContain('nothingAmended');
  });

  it('may state costs and co-financing anew, which then balance with the new sums', async () => {
    const id = await cases.approved();
    const costs = [first, second].map((each) => ({ year: each, kind: 'personnel', amount: 1_200_000 }));
    const own = (amount: number) => [first, second].map((each) => ({ year: each, source: 'own', amount }));
    const raised = [first, second].map((each) => ({ year: each, amount: 1_000_000 }));
    expect(codes(await amend(id, { years: raised, costs, coFinancing: own(100_000) }))).toEqual([
      422,
      'rulesNotMet',
      'budgetBalance',
      'budgetBalance',
    ]);
    const body = await amended(id, { years: raised, costs, coFinancing: own(200_000) });
    expect(body.plan.costs).toHaveLength(2);
    expect(body.difference.plan).toBe(true);
    const below = costs.map((row) => ({ ...row, amount: 1_100_000 }));
    const above = await amend(body.id, { costs: below, coFinancing: own(100_000) });
    expect(codes(above)).toContain('maxShareOfCosts');
  });

  it('takes four eyes and no interest', async () => {
    const id = await cases.approved();
    const both = await anotherAccount(medel, 'handlaggare2', ['caseOfficer', 'decisionMaker']);
    const { body } = await must(amend(id, { years: [{ year: first, amount: 1 }] }, both), 201);
    expect(body.actions).toEqual(['return']);
    expect(codes(await approve(body.id, both))).toEqual([409, 'fourEyes']);
    await must(
      otherDecider.post(`/applications/${body.applicationId}/declare-conflict-of-interest`, {
        body: { interest: 'possible', note: 'Demo' },
      }),
      200,
    );
    expect(codes(await approve(body.id, otherDecider))).toEqual([409, 'conflictOfInterest']);
    await must(approve(body.id), 200);
  });

  it('is one at a time, of the decision in force, and shown to the recipient once decided', async () => {
    const id = await cases.approved();
    const body = { years: [{ year: first, amount: 1 }] };
    const { body: made } = await must(amend(id, body), 201);
    expect(codes(await amend(id, body))).toEqual([409, 'conflict']);
    expect(codes(await revoke(id))).toEqual([409, 'conflict']);
    expect(codes(await amend(made.id, body))).toEqual([409, 'illegalTransition']);
    expect((await cases.applicant.get(`/decisions/${made.id}`)).status).toBe(404);
    await must(approve(made.id), 200);
    expect(codes(await amend(id, body))).toEqual([409, 'illegalTransition']);
    expect((await read(made.id, cases.applicant)).difference.total.after).toBe(900_001);
    const stranger = await medel.as('sokande.1480');
    expect((await stranger.get(`/decisions/${made.id}`)).status).toBe(404);
    expect((await stranger.get(`/decisions/${id}`)).status).toBe(404);
  });

  it('takes a year away with its report, and the final report follows to the last that has money', async () => {
    const id = await cases.approved();
    const body = await amended(id, { years: [{ year: second, amount: 0 }] });
    expect(body.reportsDue.map((duty: Any) => [duty.kind, duty.year])).toEqual([
      ['interim', first],
      ['final', first],
    ]);
    expect(body.reports.map(({ kind, year: of, status }: Any) => [kind, of, status])).toEqual([
      ['interim', first, 'open'],
      ['final', first, 'open'],
    ]);
    const one = await amended(body.id, {
      reportsDue: [{ kind: 'final', year: first, dueOn: `${second}-06-01` }],
    });
    expect(one.reports.map(({ kind, dueOn }: Any) => [kind, dueOn])).toEqual([['final', `${second}-06-01`]]);
    const earlier = await read(body.id);
    expect(earlier.reports.map(({ kind, status }: Any) => [kind, status])).toEqual([
      ['interim', 'cancelled'],
    ]);
  });

  it('keeps what was said of a condition that it keeps: a payment held back for it stays so', async () => {
    const kept = 'Demo: lokalen hålls öppen.';
    const { id } = await amended(await cases.approved(), { conditions: ['Demo: annat.', kept] });
    const word = { condition: 2, outcome: 'notMet', motive: 'Demo: lokalen är stängd.' };
    await must(cases.officer.post(`/decisions/${id}/judge-condition`, { body: word }), 200);
    expect(plan(await read(id))[0]).toEqual([first, 1, 900_000, 'withheld']);
    const lowered = await amended(id, { years: [{ year: first, amount: 800_000 }], conditions: [kept] });
    expect(plan(lowered)[0]).toEqual([first, 1, 800_000, 'withheld']);
    const without = await amended(lowered.id, { conditions: ['Demo: annat.'] });
    expect(plan(without)[0]).toEqual([first, 1, 800_000, 'due']);
  });

  it('is of a grant: a refusal gives nothing to amend, revoke or prove', async () => {
    const refusal = { outcome: 'reject', reasons: 'Demo: avslag.' };
    const application = await cases.underAssessment();
    const { body } = await must(
      cases.officer.post(`/applications/${application}/decision-proposals`, { body: refusal }),
      201,
    );
    await must(approve(body.id), 200);
    expect(codes(await amend(body.id, { years: [{ year: first, amount: 1 }] }))).toContain('notAGrant');
    expect(codes(await revoke(body.id))).toEqual([422, 'rulesNotMet', 'notAGrant']);
    expect((await cases.officer.get(`/decisions/${body.id}/co-financing`)).status).toBe(404);
    expect((await read(body.id)).actions).toEqual([]);
    expect((await read(body.id, otherDecider)).actions).toEqual(['confirm-year', 'lapse-year']);
  });

  it('refuses what is malformed, everything at once', async () => {
    const id = await cases.approved();
    const { status, body } = await cases.officer.post(`/decisions/${id}/amend`, {
      body: { years: [{ year: 'x', amount: -1 }], requestedBy: 'nobody', conditions: [7], extra: 1 },
    });
    expect([status, body.code]).toEqual([400, 'invalid']);
    expect(body.findings.map(({ path }: Any) => path).toSorted()).toEqual(
      ['conditions', 'extra', 'reasons', 'requestedBy', 'years[0].amount', 'years[0].year'].toSorted(),
    );
  });
});

describe('a revocation', () => {
  it('frees what is unpaid, cancels what waits, and names what is paid', async () => {
    const before = await money();
    const id = await cases.approved();
    await attestFirst(id);
    const { body } = await must(revoke(id), 200);
    expect(body).toMatchObject({
      status: 'revoked',
      actions: [],
      revocation: {
        grounds: ['conditionNotMet'],
        reasons: 'Demo: villkoret är inte uppfyllt.',
        toRecover: [{ year: first, amount: 900_000 }],
      },
    });
    expect(plan(body)).toEqual([
      [first, 1, 900_000, 'attested'],
      [second, 1, 900_000, 'cancelled'],
    ]);
    expect(body.reports.map(({ status }: Any) => status)).toEqual(['cancelled', 'cancelled']);
    const after = await money();
    expect(after.limit).toEqual(before.limit);
    expect(after.now.committed).toBe(before.now.committed + 900_000);
    expect(codes(await revoke(id))).toEqual([409, 'illegalTransition']);
    expect((await read(id, cases.applicant)).revocation.grounds).toEqual(['conditionNotMet']);
  });

  it('takes four eyes and no interest', async () => {
    const id = await cases.approved();
    const preparer = await anotherAccount(medel, 'handlaggare', ['decisionMaker']);
    expect((await read(id, preparer)).actions).toEqual(['confirm-year', 'lapse-year']);
    expect(codes(await revoke(id, preparer))).toEqual([409, 'fourEyes']);
    expect(codes(await revoke(id, cases.officer))).toEqual([403, 'forbidden']);
    expect(codes(await revoke(id, cases.signatory))).toEqual([403, 'forbidden']);
    const { applicationId } = await read(id);
    const declared = { interest: 'possible', note: 'Demo' };
    const path = `/applications/${applicationId}/declare-conflict-of-interest`;
    await must(otherDecider.post(path, { body: declared }), 200);
    expect(codes(await revoke(id, otherDecider))).toEqual([409, 'conflictOfInterest']);
    await must(revoke(id), 200);
  });

  it('of an amendment counts what the decisions before it have paid', async () => {
    const before = await money();
    const id = await cases.approved();
    await attestFirst(id);
    const { id: later } = await amended(id, { years: [{ year: second, amount: 300_000 }] });
    const { body } = await must(revoke(later), 200);
    expect(body.revocation.toRecover).toEqual([{ year: first, amount: 900_000 }]);
    expect((await money()).limit).toEqual(before.limit);
  });

  it('asks for grounds that are grounds, and for reasons', async () => {
    const id = await cases.approved();
    const send = (body: object) => cases.decider.post(`/decisions/${id}/revoke`, { body });
    for (const body of [{}, { grounds: [], reasons: 'x' }, { grounds: ['because'], reasons: '' }])
      expect(codes(await send(body)).slice(0, 2)).toEqual([400, 'invalid']);
  });
});
