import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, lanes, Medel, sized, tally, type Client } from '#testing';

const LANES = 64;
const ROUNDS = Array.from({ length: sized(1, 200) }, (_, round) => round);
const year = new Date().getFullYear();

/** What a race leaves behind besides who won it: see `commands.spec.ts` for that. */
describe('races', () => {
  let medel: Medel;
  let cases: Cases;
  let otherOfficer: Client;
  let otherDecider: Client;

  const read = async (path: string) => (await cases.officer.get(path)).body;

  beforeAll(async () => {
    medel = await Medel.start();
    cases = await Cases.open(medel, { years: [year, year + 1], appropriated: [year, year + 1] });
    otherOfficer = await medel.as('handlaggare2');
    otherDecider = await medel.as('beslut2');
  });
  afterEach(() => medel.expectCoherent());
  afterAll(() => medel.stop());

  it.each(ROUNDS)('one edit of the version that all have read wins, %#', async () => {
    const id = await cases.draft();
    const before = (await cases.applicant.get(`/applications/${id}`)).headers.get('etag')!;
    const answers = await lanes(LANES, (lane) =>
      cases.applicant.patch(`/applications/${id}`, {
        body: { title: `Demo: bana ${lane}` },
        ifMatch: before,
      }),
    );
    expect(tally(answers)).toEqual({ 200: 1, '412 stale': LANES - 1 });
    const won = answers.findIndex(({ status }) => status === 200);
    const after = await cases.applicant.get(`/applications/${id}`);
    expect(after.body.title).toBe(`Demo: bana ${won}`);
    expect(after.body).toEqual(answers[won]!.body);
    expect(after.headers.get('etag')).toBe(answers[won]!.headers.get('etag'));
    expect(Number(after.headers.get('etag')!.slice(1, -1))).toBe(Number(before.slice(1, -1)) + 1);
  });

  it.each(ROUNDS)('one officer starts the assessment, %#', async () => {
    const id = await cases.submitted();
    const officers = [cases.officer, otherOfficer];
    const answers = await lanes(LANES, (lane) =>
      officers[lane % 2]!.post(`/applications/${id}/start-assessment`),
    );
    expect(tally(answers)).toEqual({ 200: 1, '409 illegalTransition': LANES - 1 });
    const won = answers.findIndex(({ status }) => status === 200);
    const { user } = (await officers[won % 2]!.get('/session')).body;
    expect(await read(`/applications/${id}`)).toMatchObject({
      status: 'underAssessment',
      assignedTo: user.id,
    });
  });

  it.each(ROUNDS)('a proposal is approved or returned, %#', async () => {
    const id = await cases.proposed();
    const before = await cases.appropriation(year);
    const deciders = [cases.decider, otherDecider];
    const answers = await lanes(LANES, (lane) => {
      const decider = deciders[lane % 2]!;
      return lane % 4 < 2
        ? decider.post(`/decisions/${id}/approve`)
        : decider.post(`/decisions/${id}/return`, { body: { note: 'Demo: skriv om.' } });
    });
    expect(tally(answers)).toEqual({ 200: 1, '409 illegalTransition': LANES - 1 });
    const won = answers.findIndex(({ status }) => status === 200);
    const isApproved = won % 4 < 2;
    const decision = await read(`/decisions/${id}`);
    expect(decision.status).toBe(isApproved ? 'approved' : 'returned');
    expect(decision.payments).toHaveLength(isApproved ? 2 : 0);
    expect(await cases.appropriation(year)).toMatchObject({
      reserved: before.reserved - 900_000,
      committed: before.committed + (isApproved ? 900_000 : 0),
    });
  });

  it('money for ten grants is given to ten, never to an eleventh', async () => {
    const scarce = await Cases.open(medel, { years: [year], amount: 9_000_000, commitmentLimit: 0 });
    const ids = await Promise.all(Array.from({ length: 32 }, () => scarce.underAssessment()));
    const answers = await lanes(ids.length, (lane) => scarce.propose(ids[lane]!));
    expect(tally(answers)).toEqual({ 201: 10, '409 budgetExceeded': 22 });
    expect(await scarce.appropriation(year)).toMatchObject({ available: 0, reserved: 9_000_000 });

    // What is returned is given again, to the krona.
    const made = answers.filter(({ status }) => status === 201).map(({ body }) => body.id as string);
    const returned = await lanes(4, (lane) =>
      scarce.decider.post(`/decisions/${made[lane]}/return`, { body: { note: 'Demo' } }),
    );
    expect(tally(returned)).toEqual({ 200: 4 });
    const losers = ids.filter((_, lane) => answers[lane]!.status === 409);
    const again = await lanes(losers.length, (lane) => scarce.propose(losers[lane]!));
    expect(tally(again)).toEqual({ 201: 4, '409 budgetExceeded': 18 });
    expect(await scarce.appropriation(year)).toMatchObject({ available: 0, reserved: 9_000_000 });
  });

  it('years confirmed, proposed, approved and returned over the same money never wait in a ring', async () => {
    const [confirmed, proposed, assessed] = await Promise.all([
      Promise.all(Array.from({ length: 12 }, () => cases.approved())),
      Promise.all(Array.from({ length: 16 }, () => cases.proposed())),
      Promise.all(Array.from({ length: 8 }, () => cases.underAssessment())),
    ]);
    const acts = [
      ...confirmed.map(
        (id) => () => cases.decider.post(`/decisions/${id}/confirm-year`, { body: { year: year + 1 } }),
      ),
      ...proposed.map(
        (id, index) => () =>
          index % 2 === 0
            ? cases.decider.post(`/decisions/${id}/approve`)
            : cases.decider.post(`/decisions/${id}/return`, { body: { note: 'Demo' } }),
      ),
      ...assessed.map((id) => () => cases.propose(id)),
    ];
    const mixed = acts.map((_, index) => acts[(index * 7) % acts.length]!);
    const answers = await lanes(acts.length, (lane) => mixed[lane]!());
    expect(tally(answers)).toEqual({ 200: 28, 201: 8 });
  });
});
