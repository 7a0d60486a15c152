import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, lanes, Medel, sized, tally, type Any, type Client } from '#testing';
import { must } from '../../api/stage.js';

const LANES = 64;
const ROUNDS = Array.from({ length: sized(1, 200) }, (_, round) => round);
const year = new Date().getFullYear();

/** What is decided and paid at once with an amendment or a revocation: one order or the other, never a mixture. */
describe('amendments in a race', () => {
  let medel: Medel;
  let cases: Cases;
  let deciders: Client[];

  beforeAll(async () => {
    medel = await Medel.start();
    cases = await Cases.open(medel, { years: [year, year + 1], appropriated: [year, year + 1] });
    deciders = [cases.decider, await medel.as('beslut2')];
  });
  afterEach(() => medel.expectCoherent());
  afterAll(() => medel.stop());

  const read = async (id: string): Promise<Any> =>
    (await must(cases.officer.get(`/decisions/${id}`), 200)).body;
  const amend = (id: string, amount = 400_000) =>
    cases.officer.post(`/decisions/${id}/amend`, {
      body: { years: [{ year, amount }], reasons: 'Demo: färre insatser.' },
    });
  const approve = (id: string, lane: number) => deciders[lane % 2]!.post(`/decisions/${id}/approve`);
  const revoke = (id: string, lane: number) =>
    deciders[lane % 2]!.post(`/decisions/${id}/revoke`, {
      body: { grounds: ['reportMissing'], reasons: 'Demo: redovisning saknas.' },
    });
  const proposedAmendment = async () => {
    const earlier = await cases.approved();
    const { body } = await must(amend(earlier), 201);
    const due = (await read(earlier)).payments.find((payment: Any) => payment.status === 'due');
    return { earlier, amendment: body.id as string, payment: due.id as string };
  };

  it.each(ROUNDS)('one approval of an amendment supersedes, %#', async () => {
    const { earlier, amendment } = await proposedAmendment();
    const before = await cases.appropriation(year);
    const answers = await lanes(LANES, (lane) => approve(amendment, lane));
    expect(tally(answers)).toEqual({ 200: 1, '409 illegalTransition': LANES - 1 });
    expect((await read(earlier)).status).toBe('superseded');
    expect((await cases.appropriation(year)).committed).toBe(before.committed - 500_000);
  });

  it.each(ROUNDS)('a payment is attested before the amendment or never, %#', async () => {
    const { earlier, amendment, payment } = await proposedAmendment();
    const attest = () => cases.finance.post(`/payments/${payment}/attest`);
    const answers = await lanes(LANES, (lane) => (lane % 2 === 0 ? attest() : approve(amendment, lane >> 1)));
    const [attested, approved] = [0, 1].map((rest) => tally(answers.filter((_, lane) => lane % 2 === rest)));
    const isAttested = attested![200] === 1;
    expect([attested, approved]).toEqual(
      isAttested
        ? [{ 200: 1, '409 illegalTransition': LANES / 2 - 1 }, { '422 rulesNotMet': LANES / 2 }]
        : [{ '409 illegalTransition': LANES / 2 }, { 200: 1, '409 illegalTransition': LANES / 2 - 1 }],
    );
    const { status, payments } = await read(earlier);
    expect([status, payments[0].status]).toEqual(
      isAttested ? ['approved', 'attested'] : ['superseded', 'cancelled'],
    );
  });

  it.each(ROUNDS)('a year is confirmed under one decision, %#', async () => {
    const { earlier, amendment } = await proposedAmendment();
    const confirm = () =>
      cases.finance.post(`/decisions/${earlier}/confirm-year`, { body: { year: year + 1 } });
    const answers = await lanes(LANES, (lane) =>
      lane % 2 === 0 ? confirm() : approve(amendment, lane >> 1),
    );
    const [confirmed, approved] = [0, 1].map((rest) => tally(answers.filter((_, lane) => lane % 2 === rest)));
    expect(approved).toEqual({ 200: 1, '409 illegalTransition': LANES / 2 - 1 });
    const wasFirst = confirmed![200] === 1;
    expect(confirmed).toEqual(
      wasFirst ? { 200: 1, '409 illegalTransition': LANES / 2 - 1 } : { '409 illegalTransition': LANES / 2 },
    );
    expect((await read(amendment)).years[1].status).toBe(wasFirst ? 'firm' : 'conditional');
  });

  it.each(ROUNDS)('a decision is amended or revoked, and what is attested is named, %#', async () => {
    const id = await cases.approved();
    const [payment] = (await read(id)).payments;
    const answers = await lanes(LANES, (lane) =>
      lane % 3 === 0
        ? revoke(id, lane)
        : lane % 3 === 1
          ? amend(id)
          : cases.finance.post(`/payments/${payment.id}/attest`),
    );
    const won = answers.flatMap(({ status }, lane) =>
      status < 300 ? [['revoke', 'amend', 'attest'][lane % 3]] : [],
    );
    expect(new Set(won).size).toBe(won.length);
    expect(won.includes('revoke')).toBe(!won.includes('amend'));
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const { status, revocation, payments } = await read(id);
    if (status === 'revoked')
      expect(revocation.toRecover).toEqual(
        payments[0].status === 'attested' ? [{ year, amount: 900_000 }] : [],
      );
  });

  it('a raise takes what the appropriation has, never more', async () => {
    const scarce = await Cases.open(medel, { years: [year], amount: 7_200_000, commitmentLimit: 0 });
    const low = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { body } = await must(amend(await scarce.approved(), 600_000), 201);
        return (await must(approve(body.id, 0), 200)).body.id as string;
      }),
    );
    await must(scarce.propose(await scarce.underAssessment()), 201);
    // 1 500 000 is left, and each of eight raises asks for 300 000 of it.
    expect((await scarce.appropriation(year)).available).toBe(1_500_000);
    const answers = await lanes(low.length, (lane) => amend(low[lane]!, 900_000));
    expect(tally(answers)).toEqual({ 201: 5, '409 budgetExceeded': 3 });
    expect(await scarce.appropriation(year)).toMatchObject({ available: 0, reserved: 2_400_000 });
  });
});
