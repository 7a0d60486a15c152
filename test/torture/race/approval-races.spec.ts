import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, lanes, Medel, tally, type Answer, type Any, type Client } from '#testing';
import { must } from '../../api/stage.js';

const LANES = 64;
const GRANT = 900_000;
const year = new Date().getFullYear();

/** 64 clients, each in a session of its own, want money that suffices for some of them. */
describe('one appropriation, 64 clients', () => {
  let medel: Medel;
  let officers: Client[];
  let deciders: Client[];

  beforeAll(async () => {
    medel = await Medel.start();
    const sessions = (names: string[]) =>
      Promise.all(Array.from({ length: LANES }, (_, lane) => medel.as(names[lane % names.length]!)));
    officers = await sessions(['handlaggare', 'handlaggare2']);
    deciders = await sessions(['beslut', 'beslut2']);
  });
  afterEach(async () => {
    await medel.expectCoherent();
    const { body } = await (await medel.as('revisor')).get('/audit/verification');
    expect(body).toMatchObject({ ok: true, firstBroken: null });
  });
  afterAll(() => medel.stop());

  /** Which lanes got the money, and that each of the others was told the balance and who holds the rest. */
  function winners(answers: readonly Answer<Any>[], source: Any): number[] {
    const won = answers.flatMap(({ status }, lane) => (status < 300 ? [lane] : []));
    for (const { status, body } of answers.filter((answer) => answer.status >= 300)) {
      expect([status, body.code, body.findings.length]).toEqual([409, 'budgetExceeded', 1]);
      const { data } = body.findings[0];
      expect(data).toMatchObject({ source: 'appropriation', requested: expect.any(Number), ...source });
      expect(data.missing).toBe(data.requested - data.available);
      expect(data.missing).toBeGreaterThan(0);
      expect(data.holders.length).toBeGreaterThan(0);
      for (const holder of data.holders)
        expect(holder.reserved + holder.unpaid + holder.paid).toBeGreaterThan(0);
    }
    return won;
  }

  it('grants what there is, to the last krona, and is approved for as many', async () => {
    const suffices = 23;
    const scarce = await Cases.open(medel, {
      years: [year],
      amount: suffices * GRANT + GRANT - 1,
      commitmentLimit: 0,
    });
    const ids: string[] = [];
    while (ids.length < LANES)
      ids.push(...(await Promise.all(Array.from({ length: 8 }, () => scarce.underAssessment()))));
    const body = {
      outcome: 'approve',
      years: [{ year, amount: GRANT }],
      reasons: 'Demo: uppfyller villkoren.',
      reportsDue: [{ kind: 'final', year, dueOn: `${year + 1}-03-01` }],
    };
    const answers = await lanes(LANES, (lane) =>
      officers[lane]!.post(`/applications/${ids[lane]}/decision-proposals`, { body }),
    );
    expect(tally(answers)).toEqual({ 201: suffices, '409 budgetExceeded': LANES - suffices });
    const won = winners(answers, { year, requested: GRANT });
    expect(await scarce.appropriation(year)).toMatchObject({
      reserved: suffices * GRANT,
      available: GRANT - 1,
    });

    // Every client approves one of those, several the same: each is approved once and binds its money once.
    const proposed = won.map((lane) => answers[lane]!.body.id as string);
    const approvals = await lanes(LANES, (lane) =>
      deciders[lane]!.post(`/decisions/${proposed[lane % suffices]}/approve`),
    );
    expect(tally(approvals)).toEqual({ 200: suffices, '409 illegalTransition': LANES - suffices });
    expect(await scarce.appropriation(year)).toMatchObject({
      allocated: suffices * GRANT + GRANT - 1,
      committed: suffices * GRANT,
      reserved: 0,
      available: GRANT - 1,
    });
  });

  it('approves as many raises as the money allows, where a year was made firm after they were proposed', async () => {
    const [raise, suffices] = [100_000, 19];
    const scarce = await Cases.open(medel, { years: [year, year + 1] });
    const low: string[] = [];
    const propose = async () => {
      const proposal = {
        outcome: 'approve',
        years: [year, year + 1].map((each) => ({ year: each, amount: GRANT - raise })),
        reasons: 'Demo: uppfyller villkoren.',
        reportsDue: [{ kind: 'final', year: year + 1, dueOn: `${year + 2}-03-01` }],
      };
      const id = await scarce.underAssessment();
      const { body } = await must(
        scarce.officer.post(`/applications/${id}/decision-proposals`, { body: proposal }),
        201,
      );
      await must(scarce.decider.post(`/decisions/${body.id}/approve`), 200);
      return body.id as string;
    };
    while (low.length < LANES) low.push(...(await Promise.all(Array.from({ length: 8 }, propose))));
    // The commitment limit holds what the raises add, until the year has money of its own. That is no race yet: some at a time.
    const raised: string[] = [];
    const raiseBy = async (lane: number) => {
      const raising = officers[lane]!.post<Any>(`/decisions/${low[lane]}/amend`, {
        body: { years: [{ year: year + 1, amount: GRANT }], reasons: 'Demo: fler insatser.' },
      });
      return (await must(raising, 201)).body.id as string;
    };
    while (raised.length < LANES)
      raised.push(...(await Promise.all(Array.from({ length: 8 }, (_, n) => raiseBy(raised.length + n)))));
    const amount = LANES * (GRANT - raise) + suffices * raise + raise - 1;
    const own = await must(
      scarce.finance.post('/appropriations', {
        body: { code: scarce.code, name: 'Demo', year: year + 1, amount, commitmentLimit: 0 },
      }),
      201,
    );
    const { body } = await must(scarce.finance.post(`/appropriations/${own.body.id}/confirm-years`), 200);
    expect(body.confirmed.count).toBe(LANES);

    const answers = await lanes(LANES, (lane) => deciders[lane]!.post(`/decisions/${raised[lane]}/approve`));
    expect(tally(answers)).toEqual({ 200: suffices, '409 budgetExceeded': LANES - suffices });
    const won = winners(answers, { year: year + 1, requested: raise, available: raise - 1 });
    expect(await scarce.appropriation(year + 1)).toMatchObject({
      committed: LANES * (GRANT - raise) + suffices * raise,
      available: raise - 1,
    });
    // Who was refused has what it had, and still holds what it asked for of the limit.
    const { commitmentLimit } = await scarce.appropriation(year);
    expect(commitmentLimit).toMatchObject({ reserved: (LANES - suffices) * raise, committed: 0 });
    for (const [lane, id] of low.entries()) {
      const decision = (await scarce.decider.get(`/decisions/${id}`)).body;
      expect(decision.status).toBe(won.includes(lane) ? 'superseded' : 'approved');
    }
  });
});
