import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, lanes, Medel, tally, type Any } from '#testing';

const year = new Date().getFullYear();
const today = new Date().toISOString().slice(0, 10);
const letter = {
  letterReference: 'Demo: Fi2027/00001',
  decidedOn: `${year}-01-01`,
  reason: 'Demo: ändrad ram',
};

describe('an appropriation letter', () => {
  let medel: Medel;
  let cases: Cases;
  let own: Any;

  const amend = (body: object, who = cases.finance) =>
    who.post(`/appropriations/${own.id}/amendments`, { body: { ...letter, ...body } });
  const now = () => cases.appropriation(year);

  beforeAll(async () => {
    medel = await Medel.start();
    cases = await Cases.open(medel, {
      years: [year, year + 1],
      amount: 2_000_000,
      commitmentLimit: 1_000_000,
    });
    own = await now();
  });
  afterEach(() => medel.expectCoherent());
  afterAll(() => medel.stop());

  it('raises and lowers both funds, each with its letter, in the ledger and in the trail', async () => {
    const raised = await amend({ amount: 2_500_000, commitmentLimit: 900_000 });
    expect([raised.status, raised.body]).toEqual([
      201,
      {
        ...letter,
        id: raised.body.id,
        appropriationId: own.id,
        number: 1,
        kind: 'letter',
        counterpartId: null,
        amount: { before: 2_000_000, after: 2_500_000 },
        commitmentLimit: { before: 1_000_000, after: 900_000 },
        amendedBy: expect.any(String),
        amendedAt: expect.any(String),
      },
    ]);
    expect(raised.headers.get('location')).toBe(
      `/api/v1/appropriations/${own.id}/amendments/${raised.body.id}`,
    );
    expect((await cases.finance.get(`/appropriations/${own.id}/amendments/${raised.body.id}`)).body).toEqual(
      raised.body,
    );
    expect(await now()).toMatchObject({
      allocated: 2_500_000,
      available: 2_500_000,
      commitmentLimit: { allocated: 900_000, available: 900_000 },
    });
    const lowered = await amend({ amount: 2_000_000 });
    expect(lowered.body).toMatchObject({ number: 2, commitmentLimit: { before: 900_000, after: 900_000 } });
    const { entries } = (await cases.finance.get(`/appropriations/${own.id}/ledger`)).body;
    const adjusted = entries.filter((entry: Any) => entry.act === 'adjust');
    expect(adjusted.map((row: Any) => [row.fund, row.account, row.amount]).sort()).toEqual(
      [
        ['appropriation', 'available', 500_000],
        ['appropriation', 'source', -500_000],
        ['commitmentLimit', 'available', -100_000],
        ['commitmentLimit', 'source', 100_000],
        ['appropriation', 'available', -500_000],
        ['appropriation', 'source', 500_000],
      ].sort(),
    );
    const list = (await cases.finance.get(`/appropriations/${own.id}/amendments`)).body;
    expect(list.items).toEqual([raised.body, lowered.body]);
    const auditor = await medel.as('revisor');
    const trail = (await auditor.get(`/audit-events?subject=${raised.body.id}`)).body.items;
    expect(trail).toMatchObject([
      {
        action: 'create',
        data: { reason: letter.reason, appropriation: { before: 2_000_000, after: 2_500_000 } },
      },
    ]);
  });

  it('is refused below what is bound, with what would have to give', async () => {
    const decided = await cases.approved();
    const proposed = await cases.propose(await cases.underAssessment());
    expect([proposed.status, proposed.body.code]).toEqual([409, 'budgetExceeded']);
    await amend({ commitmentLimit: 2_000_000 });
    const waiting = await cases.propose(await cases.underAssessment());
    expect(waiting.status).toBe(201);
    const before = await now();
    const refused = await amend({ amount: 100_000, commitmentLimit: 1_000_000 });
    expect([refused.status, refused.body.code]).toEqual([409, 'budgetExceeded']);
    const [appropriation, limit] = refused.body.findings;
    expect(appropriation).toMatchObject({
      code: 'loweredBelowBound',
      data: { source: 'appropriation', bound: 1_800_000, after: 100_000, missing: 1_700_000, short: 0 },
    });
    const told = (finding: Any) =>
      finding.data.gives.map((row: Any) => [row.decisionId, row.status, row.gives]);
    expect(told(appropriation)).toEqual([
      [waiting.body.id, 'proposed', 900_000],
      [decided, 'approved', 800_000],
    ]);
    expect(limit.data).toMatchObject({ source: 'commitmentLimit', bound: 1_800_000, missing: 800_000 });
    expect(told(limit)).toEqual([[waiting.body.id, 'proposed', 800_000]]);
    expect(await now()).toEqual(before);
    expect((await amend({ amount: 1_800_000, commitmentLimit: 1_800_000 })).status).toBe(201);
    expect((await now()).available).toBe(0);
    const held = (await cases.finance.get(`/appropriations/${own.id}/holders`)).body.items;
    const bound = { reserved: 0, unpaid: 900_000, paid: 0 };
    const reserved = { reserved: 900_000, unpaid: 0, paid: 0 };
    expect(held).toHaveLength(2);
    expect(held).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          decisionId: decided,
          status: 'approved',
          appropriation: bound,
          commitmentLimit: bound,
        }),
        expect.objectContaining({
          decisionId: waiting.body.id,
          status: 'proposed',
          appropriation: reserved,
          commitmentLimit: reserved,
        }),
      ]),
    );
  });

  it.each([
    [{ amount: 1.5 }, 'amount', 'notAmount'],
    [{ amount: 10 ** 12 + 1 }, 'amount', 'notAmount'],
    [{ decidedOn: `${year + 1}-12-31`, amount: 1 }, 'decidedOn', 'dateInTheFuture'],
    [{}, undefined, 'nothingAmended'],
    [{ letterReference: ' ', amount: 1 }, 'letterReference', 'tooShort'],
    [{ year, amount: 1 }, 'year', 'unknownField'],
  ])('%j is invalid', async (body, path, code) => {
    const refused = await amend(body);
    expect([refused.status, refused.body.findings[0].path, refused.body.findings[0].code]).toEqual([
      400,
      path,
      code,
    ]);
  });

  it('is amended by finance officers, and seen by staff', async () => {
    expect((await amend({ amount: 5 }, cases.officer)).status).toBe(403);
    expect((await cases.applicant.get(`/appropriations/${own.id}/amendments`)).status).toBe(403);
    expect((await cases.officer.get(`/appropriations/${decidedNowhere}/amendments`)).status).toBe(404);
    expect((await cases.applicant.get(`/appropriations/${own.id}/holders`)).status).toBe(403);
    expect((await cases.officer.get(`/appropriations/${decidedNowhere}/holders`)).status).toBe(404);
  });

  it('is amended by many at once, each on what the one before left', async () => {
    const before = await now();
    const answers = await lanes(32, (lane) => amend({ amount: before.allocated + 1 + lane }));
    expect(tally(answers)).toEqual({ 201: 32 });
    const chain = answers.map(({ body }) => body).sort((a, b) => a.number - b.number);
    for (const [index, row] of chain.entries())
      expect(row.amount.before).toBe(index === 0 ? before.allocated : chain[index - 1].amount.after);
    expect((await now()).allocated).toBe(chain.at(-1).amount.after);
  });

  describe('carries over', () => {
    const carry = (amount: number, id: string) =>
      cases.finance.post(`/appropriations/${id}/carry-over`, { body: { ...letter, amount } });

    it('what is unused, to the next year, when there is one', async () => {
      const before = await now();
      await amend({ amount: before.allocated - before.available + 700_000 });
      const early = await carry(100_000, own.id);
      expect([early.status, early.body.findings[0].code]).toEqual([422, 'nextYearNotAppropriated']);
      const next = { code: cases.code, name: 'Demo', year: year + 1, amount: 50_000 };
      const { id } = (await cases.finance.post('/appropriations', { body: next })).body;
      const { available, allocated } = await now();
      const carried = await carry(100_000, own.id);
      expect([carried.status, carried.body]).toEqual([
        200,
        expect.objectContaining({
          kind: 'carryOver',
          counterpartId: id,
          amount: { before: allocated, after: allocated - 100_000 },
        }),
      ]);
      expect(await now()).toMatchObject({ available: available - 100_000, allocated: allocated - 100_000 });
      expect(await cases.appropriation(year + 1)).toMatchObject({ allocated: 150_000, available: 150_000 });
      const refused = await carry(available, own.id);
      expect([refused.status, refused.body.code, refused.body.data.missing]).toEqual([
        409,
        'budgetExceeded',
        100_000,
      ]);
      expect((await carry(0, own.id)).body.findings[0].code).toBe('nothingToCarry');
      const answers = await lanes(8, () => carry(200_000, own.id));
      expect(tally(answers)).toEqual({ 200: 3, '409 budgetExceeded': 5 });
    });

    it('nothing that would make the next year more than an amount can be', async () => {
      const { id } = await cases.appropriation(year + 1);
      const full = { ...letter, amount: 1_000_000_000_000 };
      expect((await cases.finance.post(`/appropriations/${id}/amendments`, { body: full })).status).toBe(201);
      await amend({ amount: (await now()).allocated + 1 });
      const before = await now();
      const refused = await carry(1, own.id);
      expect([refused.status, refused.body.findings]).toMatchObject([
        400,
        [{ code: 'carriedAboveMost', path: 'amount', data: { year: year + 1, sum: 1_000_000_000_001 } }],
      ]);
      expect(await now()).toEqual(before);
    });

    it('nothing where a programme does not allow it', async () => {
      await medel.owner.query(`ALTER TABLE calls DISABLE TRIGGER USER`);
      const called = (programme: string) =>
        medel.owner.query('UPDATE calls SET programme_code = $2 WHERE appropriation_code = $1', [
          cases.code,
          programme,
        ]);
      await called('sfs-2018-151');
      const refused = await carry(1, own.id);
      await called('exempel-2025');
      await medel.owner.query(`ALTER TABLE calls ENABLE TRIGGER USER`);
      expect([
        refused.status,
        refused.body.findings[0].code,
        refused.body.findings[0].data.programmes,
      ]).toEqual([422, 'carryOverNotAllowed', ['sfs-2018-151']]);
    });
  });

  it('never lowers away what another reserves at the same moment', async () => {
    const { allocated } = await now();
    await amend({ amount: allocated + 900_000, commitmentLimit: 2_700_000 });
    const application = await cases.underAssessment();
    const answers = await lanes(2, (lane) =>
      lane === 0 ? cases.propose(application) : amend({ amount: allocated, decidedOn: today }),
    );
    const won = answers.filter(({ status }) => status === 201).length;
    expect([won, answers.filter(({ body }) => body.code === 'budgetExceeded').length]).toEqual([1, 1]);
  });
});

const decidedNowhere = '01980000-0000-7000-8000-000000000000';
