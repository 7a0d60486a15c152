import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, lanes, Medel, tally, type Any, type Client } from '#testing';

const year = new Date().getFullYear();
const [next, last] = [year + 1, year + 2];
const GRANT = 900_000;

/** Grants of three years, of which only the first has money when they are decided. */
describe('years to come', () => {
  let medel: Medel;
  let cases: Cases;
  let otherDecider: Client;

  const read = async (id: string): Promise<Any> => (await cases.decider.get(`/decisions/${id}`)).body;
  const yearsOf = async (id: string) =>
    (await read(id)).years.map((row: Any) => `${row.year} ${row.status}`) as string[];
  const lapse = (id: string, body: object = { year: last, reason: 'Demo: anslaget blev lägre' }) =>
    cases.decider.post(`/decisions/${id}/lapse-year`, { body });
  const appropriate = async (code: string, amount: number): Promise<Any> => {
    const body = { code, name: 'Demo', year: next, amount, commitmentLimit: 0 };
    return (await cases.finance.post('/appropriations', { body })).body;
  };
  const open = () =>
    Cases.open(medel, { years: [year, next, last], amount: 100_000_000, commitmentLimit: 100_000_000 });

  beforeAll(async () => {
    medel = await Medel.start();
    cases = await open();
    otherDecider = await medel.as('beslut2');
  });
  afterEach(() => medel.expectCoherent());
  afterAll(() => medel.stop());

  describe('made firm in bulk', () => {
    let ids: string[];
    let own: Any;

    beforeAll(async () => {
      ids = [await cases.approved(), await cases.approved(), await cases.approved(), await cases.approved()];
      const application = (await read(ids[0]!)).applicationId;
      const interest = { interest: 'possible', note: 'Demo' };
      await cases.finance.post(`/applications/${application}/declare-conflict-of-interest`, {
        body: interest,
      });
      own = await appropriate(cases.code, 2 * GRANT + 1);
    });

    it('tells of each what became of it, and one refusal undoes no other', async () => {
      const before = await cases.appropriation(year);
      const answer = await cases.finance.post(`/appropriations/${own.id}/confirm-years`, { key: 'bulk' });
      expect([answer.status, answer.body.year, answer.body.confirmed, answer.body.refused]).toEqual([
        200,
        next,
        { count: 2, amount: 2 * GRANT },
        { count: 2, amount: 2 * GRANT },
      ]);
      expect(answer.body.items.map((row: Any) => [row.decisionId, row.outcome, row.code])).toEqual([
        [ids[0], 'refused', 'conflictOfInterest'],
        [ids[1], 'confirmed', null],
        [ids[2], 'confirmed', null],
        [ids[3], 'refused', 'budgetExceeded'],
      ]);
      const [{ data }] = answer.body.items[3].findings;
      expect(data).toMatchObject({ source: 'appropriation', year: next, available: 1, missing: GRANT - 1 });
      expect(data.holders.map((row: Any) => row.decisionId).sort()).toEqual([ids[1], ids[2]].sort());
      for (const [index, status] of ['conditional', 'firm', 'firm', 'conditional'].entries())
        expect(await yearsOf(ids[index]!)).toContain(`${next} ${status}`);
      expect(await cases.appropriation(next)).toMatchObject({ committed: 2 * GRANT, available: 1 });
      const after = await cases.appropriation(year);
      expect(after.commitmentLimit.committed).toBe(before.commitmentLimit.committed - 2 * GRANT);
      expect(after.committed).toBe(before.committed);
      const again = await cases.finance.post(`/appropriations/${own.id}/confirm-years`, { key: 'bulk' });
      expect([again.headers.get('idempotent-replayed'), again.body]).toEqual(['true', answer.body]);
    });

    it('takes those that are named, and only what waits', async () => {
      const raised = {
        letterReference: 'Demo',
        decidedOn: `${year}-01-01`,
        reason: 'Demo',
        amount: 4 * GRANT,
      };
      expect(
        (await cases.finance.post(`/appropriations/${own.id}/amendments`, { body: raised })).status,
      ).toBe(201);
      const confirm = (decisionIds: string[]) =>
        cases.decider.post(`/appropriations/${own.id}/confirm-years`, { body: { decisionIds } });
      expect((await confirm([ids[1]!])).body.items).toEqual([]);
      const named = (await confirm([ids[3]!])).body;
      expect(named.items.map((row: Any) => [row.decisionId, row.outcome])).toEqual([[ids[3], 'confirmed']]);
      const rest = (await cases.decider.post(`/appropriations/${own.id}/confirm-years`)).body;
      expect(rest.items.map((row: Any) => [row.decisionId, row.outcome])).toEqual([[ids[0], 'confirmed']]);
    });

    it('is for those who may', async () => {
      const path = `/appropriations/${own.id}/confirm-years`;
      expect((await cases.officer.post(path)).status).toBe(403);
      expect((await cases.finance.post(path, { body: { decisionIds: ['x'] } })).body.findings[0].code).toBe(
        'notId',
      );
      expect((await cases.finance.post(path.replace(own.id, ids[0]!))).status).toBe(404);
    });

    it('happens once, however many ask', async () => {
      const others = await open();
      const decided = [await others.approved(), await others.approved(), await others.approved()];
      const appropriation = await appropriate(others.code, 100_000_000);
      const askers = [cases.finance, cases.decider, otherDecider];
      const answers = await lanes(16, (lane) =>
        lane % 4 === 3
          ? askers[lane % 3]!.post(`/decisions/${decided[lane % 3]}/confirm-year`, { body: { year: next } })
          : askers[lane % 3]!.post(`/appropriations/${appropriation.id}/confirm-years`),
      );
      expect(Object.keys(tally(answers)).every((name) => /^(200|409 illegalTransition)$/.test(name))).toBe(
        true,
      );
      expect(await others.appropriation(next)).toMatchObject({ committed: 3 * GRANT });
      for (const id of decided) expect(await yearsOf(id)).toContain(`${next} firm`);
    });
  });

  it.each([
    ['calls', (row: Any) => row.years],
    ['applications', () => [year, next, last]],
    ['decisions', (row: Any) => row.years.map((each: Any) => each.year)],
    ['payments', (row: Any) => [row.year]],
    ['reports', (row: Any) => [row.year]],
    ['appropriations', (row: Any) => [row.year]],
  ])('choose among %s', async (list, yearsIn) => {
    const one = (
      await cases.finance.get(`/${list}?year=${last - (list === 'appropriations' ? 1 : 0)}&limit=200`)
    ).body;
    expect(one.items.length).toBeGreaterThan(0);
    for (const row of one.items) expect(yearsIn(row)).toContain(last - (list === 'appropriations' ? 1 : 0));
    const all = (await cases.finance.get(`/${list}?limit=1`)).body;
    if (['payments', 'reports', 'appropriations'].includes(list)) expect(one.total).toBeLessThan(all.total);
    expect((await cases.finance.get(`/${list}?year=${last + 40}`)).body).toEqual({
      items: [],
      nextCursor: null,
      total: 0,
    });
    expect((await cases.finance.get(`/${list}?year=x`)).status).toBe(400);
  });

  describe('that lapse', () => {
    it('have a reason, free what they bound, and are neither paid nor reported', async () => {
      const id = await cases.approved();
      const before = await cases.appropriation(year);
      const answer = await lapse(id);
      expect(answer.status).toBe(200);
      expect(answer.body.years.map((row: Any) => [row.status, row.lapseReason])).toEqual([
        ['firm', null],
        ['conditional', null],
        ['lapsed', 'Demo: anslaget blev lägre'],
      ]);
      expect(answer.body.payments.map((row: Any) => [row.year, row.status])).toContainEqual([
        last,
        'cancelled',
      ]);
      expect(answer.body.reports.map((row: Any) => [row.year, row.status])).toContainEqual([
        last,
        'cancelled',
      ]);
      const after = await cases.appropriation(year);
      expect(after.commitmentLimit.available).toBe(before.commitmentLimit.available + GRANT);
      expect(after.committed).toBe(before.committed);
      const recipient = (await cases.applicant.get(`/decisions/${id}`)).body;
      expect(recipient.years[2].lapseReason).toBe('Demo: anslaget blev lägre');
      const { entries } = (await cases.finance.get(`/appropriations/${after.id}/ledger?year=${last}`)).body;
      expect(entries.filter((row: Any) => row.act === 'free').map((row: Any) => row.subjectId)).toContain(id);
    });

    it('once only, and never when they are firm', async () => {
      const id = await cases.approved();
      const refusals = [
        await lapse(id, { year, reason: 'Demo' }),
        await lapse(id, { year: year + 9, reason: 'Demo' }),
        await lapse(id, { year: last, reason: ' ' }),
        await cases.finance.post(`/decisions/${id}/lapse-year`, { body: { year: last, reason: 'Demo' } }),
      ];
      expect(refusals.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
        '409 illegalTransition',
        '404 notFound',
        '400 invalid',
        '403 forbidden',
      ]);
      const answers = await lanes(16, () => lapse(id));
      expect(tally(answers)).toEqual({ 200: 1, '409 illegalTransition': 15 });
      const confirm = { body: { year: last } };
      const late = await cases.decider.post(`/decisions/${id}/confirm-year`, confirm);
      expect([422, 409]).toContain(late.status);
    });

    it('may be all that a decision has', async () => {
      const own = await open();
      const application = await own.underAssessment();
      const body = {
        outcome: 'approve',
        years: [{ year: last, amount: GRANT }],
        reasons: 'Demo: uppfyller villkoren.',
        reportsDue: [{ kind: 'final', year: last, dueOn: `${last + 1}-03-01` }],
      };
      const { id } = (await cases.officer.post(`/applications/${application}/decision-proposals`, { body }))
        .body;
      await cases.decider.post(`/decisions/${id}/approve`);
      const answer = await lapse(id);
      expect([answer.status, answer.body.code]).toEqual([200, undefined]);
      const { years, payments, reports } = answer.body;
      expect([years, payments, reports].map(([row]: Any[]) => row.status)).toEqual([
        'lapsed',
        'cancelled',
        'cancelled',
      ]);
    });

    it('hold no payment back by a report that nobody writes any more', async () => {
      const application = await cases.underAssessment();
      const body = {
        outcome: 'approve',
        years: [year, next, last].map((each) => ({ year: each, amount: GRANT })),
        reasons: 'Demo: uppfyller villkoren.',
        reportsDue: [
          { kind: 'interim', year, dueOn: `${last + 1}-03-01` },
          { kind: 'interim', year: last, dueOn: `${year}-01-01` },
          { kind: 'final', year: next, dueOn: `${last + 1}-03-01` },
        ],
      };
      const { id } = (await cases.officer.post(`/applications/${application}/decision-proposals`, { body }))
        .body;
      await cases.decider.post(`/decisions/${id}/approve`);
      const waits = async () => (await read(id)).payments[0];
      expect((await waits()).status).toBe('withheld');
      const { reports } = (await lapse(id)).body;
      expect(reports.map((row: Any) => [row.year, row.status])).toContainEqual([last, 'cancelled']);
      expect((await waits()).status).toBe('due');
      expect((await cases.finance.post(`/payments/${(await waits()).id}/attest`)).status).toBe(200);
    });

    it('leave their report to settle the years before it that no other settles', async () => {
      const { id } = (
        await cases.officer.post(`/applications/${await cases.underAssessment()}/decision-proposals`, {
          body: {
            outcome: 'approve',
            years: [year, next, last].map((each) => ({ year: each, amount: GRANT })),
            reasons: 'Demo: uppfyller villkoren.',
            reportsDue: [{ kind: 'final', year: last, dueOn: `${last + 1}-03-01` }],
          },
        })
      ).body;
      await cases.decider.post(`/decisions/${id}/approve`);
      expect((await read(id)).reports.map((row: Any) => row.status)).toEqual(['upcoming']);
      await lapse(id);
      await lapse(id, { year: next, reason: 'Demo' });
      expect((await read(id)).reports.map((row: Any) => row.status)).toEqual(['open']);
    });
  });
});
