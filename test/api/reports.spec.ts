import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { completeForm, completeReport, Medel, type Any, type Client } from '#testing';
import { expectProblem, findingsOf } from './problem.js';
import { must, Stage, YEAR, type Name } from './stage.js';

let medel: Medel;
let stage: Stage;
let people: Record<Name, Client>;
const years = [YEAR, YEAR + 1];

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel, { span: 2 });
  people = stage.people;
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

describe('a report', () => {
  let decision: Any;
  let path: string;
  const read = async (): Promise<Any> => (await must(people['sokande.1275'].get(path), 200)).body;

  it('is made from the decision, one for each duty, prefilled with what was planned', async () => {
    decision = await stage.decision('approved');
    expect(decision.reports.map(({ kind, year, status }: Any) => [kind, year, status])).toEqual([
      ['interim', YEAR, 'open'],
      ['final', YEAR + 1, 'upcoming'],
    ]);
    path = `/reports/${decision.reports[0].id}`;
    const { costs, coFinancing, activities, goals, comparison } = await read();
    expect(costs).toEqual([{ year: YEAR, kind: 'personnel', amount: 0, note: 'Demo' }]);
    expect(coFinancing).toEqual([{ year: YEAR, source: 'own', funder: '', amount: 0 }]);
    expect(activities).toEqual([{ status: null, result: '', reach: null, areaCodes: [] }]);
    expect(goals).toEqual([{ indicator: 'Besök per vecka', outcome: null }]);
    const { requested } = completeForm({ years });
    expect(requested[0]).toEqual({ year: YEAR, amount: 900_000 });
    // 900 000 was asked for and 800 000 granted: own money is to bear 100 000 more than was planned.
    expect(comparison).toEqual({
      costs: [{ year: YEAR, kind: 'personnel', planned: 1_000_000, actual: 0 }],
      coFinancing: [{ year: YEAR, source: 'own', planned: 100_000, decided: 200_000, actual: 0 }],
      years: [{ year: YEAR, granted: 800_000, paid: 0, plannedCosts: 1_000_000, actualCosts: 0 }],
    });
  });

  it('of costs in another year is refused, and told row by row', async () => {
    const content = completeReport({ year: YEAR, costs: 900_000, coFinancing: 90_000 });
    const wrong = {
      ...content,
      costs: [...content.costs, { year: YEAR + 1, kind: 'external', amount: 5, note: '' }],
      coFinancing: [{ year: YEAR - 1, source: 'private', funder: 'Demo', amount: 5 }],
    };
    await must(people['sokande.1275'].edit(path, wrong), 200);
    const refused = await people['firmatecknare.1275'].post(`${path}/submit`);
    expectProblem(refused, 422, 'rulesNotMet');
    expect(findingsOf(refused)).toEqual([
      'coFinancing[0].year outsideReportYears',
      'costs[1].year outsideReportYears',
    ]);
    expect((await read()).comparison.coFinancing).toEqual([
      { year: YEAR - 1, source: 'private', planned: 0, decided: 0, actual: 5 },
      { year: YEAR, source: 'own', planned: 100_000, decided: 200_000, actual: 0 },
    ]);
    await must(people['sokande.1275'].edit(path, content), 200);
    expectProblem(await people['sokande.1275'].post(`${path}/submit`), 403, 'forbidden');
  });

  it('goes back and forth for completion, and every hand-in is kept', async () => {
    const submit = () => must(people['firmatecknare.1275'].post(`${path}/submit`), 200);
    await submit();
    const completion = { items: [{ text: 'Demo: hur många nåddes?' }], dueOn: `${YEAR + 2}-01-31` };
    await must(people.handlaggare.post(`${path}/request-completion`, { body: completion }), 200);
    expect(await read()).toMatchObject({ status: 'completionRequested', completion, actions: ['edit'] });
    const content = completeReport({ year: YEAR, costs: 888_887, coFinancing: 88_887 });
    await must(people['sokande.1275'].edit(path, content), 200);
    expect((await submit()).body).toMatchObject({ status: 'submitted', completion: null });
    const { rows } = await medel.owner.query(
      `SELECT number, content->'costs'->0->>'amount' AS amount FROM submissions WHERE subject_id = $1 ORDER BY number`,
      [decision.reports[0].id],
    );
    expect(rows).toEqual([
      { number: 1, amount: '900000' },
      { number: 2, amount: '888887' },
    ]);
  });

  it('is settled when it is approved, and says how it was reckoned and rounded', async () => {
    const { body } = await must(people.beslut2.post(`${path}/approve`), 200);
    expect(body.settlements).toMatchObject([
      {
        year: YEAR,
        granted: 800_000,
        paid: 0,
        costs: 888_887,
        coFinancing: 88_887,
        // 90 percent of 888 887 is 799 998.30.
        entitled: 799_998,
        used: 800_000,
        unused: 0,
        repay: 0,
        remaining: 799_998,
        finding: {
          code: 'settlement',
          outcome: 'met',
          citation: { sfs: 'exempel', section: '5 §', wordingFrom: '2025-01-01' },
          data: { ceiling: 799_998, percent: 90, rounding: 'down', coFinancingReached: '9.99' },
        },
      },
    ]);
  });
});
