import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, Medel, type Any } from '#testing';
import { amend, settled } from './amended.js';
import { payOut } from './paid-out.js';
import { must } from './stage.js';

const year = new Date().getFullYear();
const [first, second] = [year, year + 1];

let medel: Medel;
let cases: Cases;

beforeAll(async () => {
  medel = await Medel.start();
  cases = await Cases.open(medel, { years: [first, second], appropriated: [first, second] });
});
afterEach(() => medel.expectCoherent());
afterAll(() => medel.stop());

const decision = async (id: string): Promise<Any> =>
  (await must(cases.officer.get<Any>(`/decisions/${id}`), 200)).body;
const report = async (id: string): Promise<Any> =>
  (await must(cases.officer.get<Any>(`/reports/${id}`), 200)).body;
const amended = (id: string, change: object) => amend(cases, id, change);
const settle = (id: string, costs: number, years = [first]) => settled(cases, id, costs, years);

describe('a report of an amended decision', () => {
  it('is held against the costs and co-financing that the amendment states anew', async () => {
    const both = (row: object) => [first, second].map((each) => ({ year: each, ...row }));
    const id = await cases.approved();
    const before = (await decision(id)).reports.map((row: Any) => row.id);
    const { reports } = await amended(id, {
      years: both({ amount: 1_000_000 }),
      costs: both({ kind: 'external', amount: 1_250_000, note: 'Demo' }),
      coFinancing: both({ source: 'own', amount: 250_000 }),
      reportsDue: [
        { kind: 'interim', year: first, dueOn: `${second}-02-01` },
        { kind: 'interim', year: first, dueOn: `${second}-03-01` },
        { kind: 'final', year: second, dueOn: `${second + 1}-03-01` },
      ],
    });
    const [added] = reports.filter((row: Any) => !before.includes(row.id));
    const { plan, comparison, costs } = await report(added.id);
    expect(plan.costs.map(({ kind, amount }: Any) => [kind, amount])).toEqual([
      ['external', 1_250_000],
      ['external', 1_250_000],
    ]);
    expect(comparison).toMatchObject({
      costs: [{ year: first, kind: 'external', planned: 1_250_000, actual: 0 }],
      coFinancing: [{ year: first, source: 'own', planned: 250_000, decided: 250_000, actual: 0 }],
      years: [{ year: first, granted: 1_000_000, plannedCosts: 1_250_000 }],
    });
    expect(costs).toEqual([{ year: first, kind: 'external', amount: 0, note: 'Demo' }]);
  });

  it('accounts for no year that a report asked for before the amendment has settled', async () => {
    const id = await cases.approved();
    const [interim] = (await decision(id)).reports;
    await settle(interim.id, 1_000_000);
    const after = await amended(id, { years: [{ year: second, amount: 800_000 }] });
    const final = after.reports.find(({ kind }: Any) => kind === 'final');
    const { comparison } = await report(final.id);
    expect(comparison.years.map((row: Any) => row.year)).toEqual([second]);
  });

  it('goes on to account for the years that it has settled, whatever is asked for later', async () => {
    const one = [{ kind: 'final', year: second, dueOn: `${second + 1}-03-01` }];
    const { id, reports } = await amended(await cases.approved(), { reportsDue: one });
    await must(cases.decider.post(`/decisions/${id}/confirm-year`, { body: { year: second } }), 200);
    await settle(reports[0].id, 1_000_000, [first, second]);
    const told = await report(reports[0].id);
    expect(told.comparison.years.map((row: Any) => row.year)).toEqual([first, second]);
    await amended(id, { reportsDue: [...one, { kind: 'interim', year: first, dueOn: `${second}-09-01` }] });
    expect((await report(reports[0].id)).comparison).toEqual(told.comparison);
  });

  it('tells what all decisions of the case have paid, and so do books that are read for it', async () => {
    const id = await cases.approved();
    const { payments } = await decision(id);
    await payOut(medel, cases.finance, payments.find((row: Any) => row.status === 'due').id);
    const both = (row: object) => [first, second].map((each) => ({ year: each, ...row }));
    const { reports } = await amended(id, {
      costs: both({ kind: 'premises', amount: 1_050_000, note: 'Demo' }),
      coFinancing: both({ source: 'own', amount: 150_000 }),
    });
    const [{ id: interim }] = reports;
    const { comparison } = await report(interim);
    expect(comparison.years).toMatchObject([{ year: first, paid: 900_000, granted: 900_000 }]);
    const books = Buffer.from(
      `#FLAGGA 0\n#SIETYP 4\n#FNAMN "Demo"\n#RAR 0 ${first}0101 ${first}1231\n#VER A 1 ${first}0131 "Demo"\n{\n#TRANS 5010 {} 700.00\n#TRANS 1930 {} -700.00\n}\n`,
    );
    const mapping = JSON.stringify({
      accounts: [{ from: '50', to: '59', kind: 'personnel' }],
      ignored: [{ from: '1', to: '3' }],
    });
    const made = await must(
      cases.applicant.upload<Any>(`/reports/${interim}/accounting`, books, { mapping }, { name: 'demo.se' }),
      201,
    );
    expect(made.body.totals).toEqual([
      { year: first, amount: 700, planned: 1_050_000, granted: 900_000, paid: 900_000 },
    ]);
    expect(made.body.sums.map(({ kind, planned }: Any) => [kind, planned])).toContainEqual([
      'premises',
      1_050_000,
    ]);
  });

  it('tells no grant of a year that has lapsed, nor less own money than none', async () => {
    const both = (row: object) => [first, second].map((each) => ({ year: each, ...row }));
    const planned = await amended(await cases.approved(), {
      years: both({ amount: 900_000 }),
      costs: both({ kind: 'personnel', amount: 1_125_000, note: 'Demo' }),
      coFinancing: both({ source: 'private', amount: 225_000 }),
    });
    const { id, reports } = await amended(planned.id, { years: [{ year: first, amount: 950_000 }] });
    const { comparison } = await report(reports[0].id);
    expect(comparison.coFinancing).toMatchObject([
      { source: 'own', planned: 0, decided: 0 },
      { source: 'private', planned: 225_000, decided: 225_000 },
    ]);
    const body = { year: second, reason: 'Demo: anslaget blev lägre' };
    await must(cases.decider.post(`/decisions/${id}/lapse-year`, { body }), 200);
    const final = (await decision(id)).reports.find(({ kind }: Any) => kind === 'final');
    const told = await report(final.id);
    expect(told.plan.granted.map((row: Any) => row.year)).toEqual([first]);
    expect(told.comparison.years).toMatchObject([{ year: second, granted: 0 }]);
  });

  it('that settles a year once more is the one that holds, and the one before tells so', async () => {
    const id = await cases.approved();
    const [interim] = (await decision(id)).reports;
    const settled = await settle(interim.id, 1_000_000);
    expect(settled.settlements).toMatchObject([{ year: first, replacedBy: null }]);
    const after = await amended(id, { years: [{ year: second, amount: 0 }] });
    const final = after.reports.find(({ kind }: Any) => kind === 'final');
    const again = await settle(final.id, 800_000);
    const [{ settledAt }] = again.settlements;
    expect(again.settlements).toMatchObject([{ year: first, costs: 800_000, replacedBy: null }]);
    expect((await report(interim.id)).settlements).toMatchObject([
      { year: first, costs: 1_000_000, replacedBy: { reportId: final.id, settledAt } },
    ]);
  });
});
