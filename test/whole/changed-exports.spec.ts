import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '#platform/clock';
import { completeReport, Medel, type Any } from '#testing';
import { exportRows } from '../api/ordered-exports.js';
import { expectProblem } from '../api/problem.js';
import { must, Stage, YEAR, type Name } from '../api/stage.js';

const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
const TWO_DAYS = 2 * 86_400_000;

interface Followed {
  callId: string;
  /** The id of the first decision. */
  first: string;
  /** In force in the end. */
  decision: Any;
}

/** What happened today, and what was changed two days later: exports as they are then, and as of today. */
describe('exports of what was changed later', () => {
  let medel: Medel;
  let stage: Stage;
  let restated: Followed;
  let reportedTwice: Followed;
  let completed: Followed & { submittedAt: string[] };

  const rows = async (kind: string, filters: object, asOf?: string): Promise<Any[]> =>
    (await exportRows(stage.people.revisor, kind, { filters, ...(asOf ? { asOf } : {}) })).items;
  const statusOf = async ({ decision }: Followed, asOf?: string): Promise<Any[]> => {
    const { registryNumber } = (await stage.people.handlaggare.get<Any>(`/decisions/${decision.id}`)).body;
    return (await rows('reporting-status', {}, asOf)).filter((row) => row.registryNumber === registryNumber);
  };
  /** A decision in a call of its own, for exports to be asked of. */
  const inOwnCall = async (): Promise<Followed> => {
    stage.call = await stage.openCall();
    const decision = await stage.decision('approved');
    return { callId: stage.call.id, first: decision.id, decision };
  };
  const handIn = async (
    id: string,
    { costs, coFinancing, ...more }: { costs: number; coFinancing: number; goals?: object[] },
  ): Promise<Any> => {
    const content = { ...completeReport({ year: YEAR, costs, coFinancing }), ...more };
    await must(stage.people['sokande.1275'].edit(`/reports/${id}`, content), 200);
    return (await must(stage.people['firmatecknare.1275'].post(`/reports/${id}/submit`), 200)).body;
  };
  const signInAgain = async () => {
    for (const name of Object.keys(stage.people) as Name[]) stage.people[name] = await medel.as(name);
  };

  const today = async () => {
    restated = await inOwnCall();
    reportedTwice = await inOwnCall();
    const [interim] = reportedTwice.decision.reports;
    await handIn(interim.id, { costs: 900_000, coFinancing: 90_000 });
    await must(stage.people.handlaggare.post(`/reports/${interim.id}/approve`), 200);
    const own = await inOwnCall();
    const first = await handIn(own.decision.reports[0].id, { costs: 900_000, coFinancing: 90_000 });
    completed = { ...own, submittedAt: [first.submittedAt] };
  };
  const twoDaysLater = async () => {
    const both = [YEAR, YEAR + 1];
    restated.decision = await stage.amended(restated.decision.id, {
      years: [],
      costs: both.map((year) => ({ year, kind: 'personnel', amount: 1_200_000 })),
      coFinancing: both.flatMap((year) => [
        { year, source: 'own', amount: 300_000 },
        { year, source: 'private', funder: 'Demo', amount: 100_000 },
      ]),
      reasons: 'Demo: dyrare lokaler.',
    });
    reportedTwice.decision = await stage.amended(reportedTwice.decision.id, {
      years: [{ year: YEAR + 1, amount: 0 }],
      reasons: 'Demo: inget behövs andra året.',
    });
    const final = reportedTwice.decision.reports.find((report: Any) => report.kind === 'final');
    await handIn(final.id, { costs: 850_000, coFinancing: 50_000 });
    await must(stage.people.handlaggare.post(`/reports/${final.id}/approve`), 200);
    const [report] = completed.decision.reports;
    const request = stage.bodyOf('request-completion');
    await must(
      stage.people.handlaggare.post(`/reports/${report.id}/request-completion`, { body: request }),
      200,
    );
    const goals = [{ indicator: 'Besök per vecka', outcome: 300 }];
    const second = await handIn(report.id, { costs: 880_000, coFinancing: 88_000, goals });
    completed.submittedAt.push(second.submittedAt);
  };

  beforeAll(async () => {
    medel = await Medel.start({ worker: true });
    stage = await Stage.set(medel, { span: 2 });
    await today();
    const clock = medel.api.get(Clock);
    clock.now = () => new Date(Date.now() + TWO_DAYS);
    await signInAgain();
    await twoDaysLater();
    clock.now = Clock.prototype.now;
    await signInAgain();
  });
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
  });

  it('planned is what the decision in force states of costs and co-financing', async () => {
    const { callId } = restated;
    const planned = async (asOf?: string) =>
      (await rows('co-financing', { callId, year: YEAR }, asOf)).map((row) => [row.source, row.planned]);
    expect(await planned()).toEqual([
      ['own', 300_000],
      ['private', 100_000],
    ]);
    expect(await planned(TODAY)).toEqual([['own', 100_000]]);
    const shares = async (asOf?: string) =>
      (await rows('co-financing-share', { callId, year: YEAR }, asOf))[0];
    const granted = { grantedApplications: 1, granted: 800_000 };
    expect(await shares()).toMatchObject({
      ...granted,
      ...{ costs: 1_200_000, own: 300_000, private: 100_000, grantShare: 0.6667, coFinancingShare: 0.3333 },
    });
    expect(await shares(TODAY)).toMatchObject({
      ...granted,
      ...{ costs: 1_000_000, own: 100_000, private: 0, grantShare: 0.8, coFinancingShare: 0.1 },
    });
  });

  it('a year is reported by the last due of its reports', async () => {
    const { callId } = reportedTwice;
    const reported = async (asOf?: string) =>
      (await rows('co-financing', { callId, year: YEAR }, asOf)).map((row) => row.reported);
    expect([await reported(), await reported(TODAY)]).toEqual([[50_000], [90_000]]);
  });

  it('a year is settled once: by its last settlement', async () => {
    const { callId } = reportedTwice;
    const shares = async (asOf?: string) =>
      (await rows('co-financing-share', { callId, year: YEAR }, asOf))[0];
    const [now, then] = [
      { settledCosts: 850_000, settledCoFinancing: 50_000, used: 800_000 },
      { settledCosts: 900_000, settledCoFinancing: 90_000, used: 800_000 },
    ];
    expect(await shares()).toMatchObject({ settledApplications: 1, ...now });
    expect(await shares(TODAY)).toMatchObject({ settledApplications: 1, ...then });
    const settled = async (asOf?: string) =>
      (await statusOf(reportedTwice, asOf)).map((row) => [row.kind, row.costs, row.entitled]);
    expect(await settled()).toEqual([
      ['interim', null, null],
      ['final', 850_000, 765_000],
    ]);
    expect((await settled(TODAY))[0]).toEqual(['interim', 900_000, 800_000]);
  });

  it('a payment and an amendment are held by the last settlement of their year', async () => {
    const { id, payments } = reportedTwice.decision;
    const { year, status, id: paymentId } = payments[0];
    expect([year, status]).toEqual([YEAR, 'due']);
    const refused = await stage.people.ekonomi.post(`/payments/${paymentId}/attest`);
    expectProblem(refused, 422, 'rulesNotMet');
    expect(refused.body.findings).toMatchObject([
      { code: 'paymentAboveCeiling', data: { amount: 800_000, entitled: 765_000 } },
    ]);
    const lowered = { years: [{ year: YEAR, amount: 765_000 }], reasons: 'Demo: det som har styrkts.' };
    await must(stage.people.handlaggare.post(`/decisions/${id}/amend`, { body: lowered }), 201);
  });

  it('a report that an amendment took over was there before it, of the year that it then was of', async () => {
    const known = async (asOf?: string) =>
      (await statusOf(reportedTwice, asOf)).map(({ kind, year, status }) => [kind, year, status]);
    expect(await known(TODAY)).toEqual([
      ['interim', YEAR, 'approved'],
      ['final', YEAR + 1, 'upcoming'],
    ]);
    expect(await known()).toEqual([
      ['interim', YEAR, 'approved'],
      ['final', YEAR, 'approved'],
    ]);
    const { registryNumber } = (await statusOf(reportedTwice))[0];
    const later = await rows('reporting-status', { year: YEAR + 1 }, TODAY);
    expect(later.filter((row) => row.registryNumber === registryNumber)).toHaveLength(1);
  });

  it('a report that an amendment took over is told of with the decision that it then was of', async () => {
    const reports = async (id: string, asOf = '') => {
      const { body } = await must(
        stage.people.revisor.get<Any>(`/decisions/${id}${asOf && `?asOf=${asOf}`}`),
        200,
      );
      return body.reports.map(({ kind, year, status }: Any) => [kind, year, status]);
    };
    expect(await reports(reportedTwice.first, TODAY)).toEqual([
      ['interim', YEAR, 'approved'],
      ['final', YEAR + 1, 'upcoming'],
    ]);
    expect(await reports(reportedTwice.first)).toEqual([['interim', YEAR, 'approved']]);
    expect(await reports(reportedTwice.decision.id)).toEqual([['final', YEAR, 'approved']]);
  });

  it('a report that was handed in again was handed in before too, and told something else', async () => {
    const results = async (asOf?: string) =>
      (await rows('results', { callId: completed.callId }, asOf)).map((row) => [
        row.kind,
        row.status,
        row.goalOutcome,
        row.goalReached,
      ]);
    expect([await results(), await results(TODAY)]).toEqual([
      [['interim', 'submitted', 300, 'yes']],
      [['interim', 'submitted', 240, 'no']],
    ]);
    const reached = async (asOf?: string) =>
      (await rows('results-by-area', { callId: completed.callId }, asOf)).map((row) => row.reachedGoals);
    expect([await reached(), await reached(TODAY)]).toEqual([[1], [0]]);
    const [first, second] = completed.submittedAt;
    const submitted = async (asOf?: string) =>
      (await statusOf(completed, asOf)).map((row) => row.submittedAt);
    expect([await submitted(), await submitted(TODAY)]).toEqual([
      [second, null],
      [first, null],
    ]);
  });
});
