import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, completeReport, Medel, type Any } from '#testing';
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
async function amended(id: string, change: object): Promise<Any> {
  const body = { years: [], reasons: 'Demo: verksamheten ändras.', requestedBy: 'recipient', ...change };
  const { id: made } = (await must(cases.officer.post<Any>(`/decisions/${id}/amend`, { body }), 201)).body;
  return (await must(cases.decider.post<Any>(`/decisions/${made}/approve`), 200)).body;
}
/** Handed in and approved. */
async function settle(id: string, costs: number): Promise<Any> {
  const content = completeReport({ year: first, costs, coFinancing: costs / 10 });
  await must(cases.applicant.edit(`/reports/${id}`, content), 200);
  await must(cases.signatory.post(`/reports/${id}/submit`), 200);
  return (await must(cases.officer.post<Any>(`/reports/${id}/approve`), 200)).body;
}

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
