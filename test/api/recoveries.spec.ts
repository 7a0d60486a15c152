import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { addDays } from '#domain/shared/local-date';
import { completeReport, lanes, Medel, tally, type Any, type Client } from '#testing';
import { payOut } from './paid-out.js';
import { anotherAccount, must, NOWHERE, Stage, YEAR } from './stage.js';

const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
const LATER = addDays(TODAY, 14);
const HALF_YEARS = [2024, 2025, 2026, 2027].flatMap((year) => [`${year}-01-01`, `${year}-07-01`]);

let medel: Medel;
let stage: Stage;
let officer: Client;
let decider: Client;
let finance: Client;
let recipient: Client;

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel);
  officer = stage.people.handlaggare;
  decider = stage.people.beslut2;
  finance = stage.people.ekonomi;
  recipient = stage.people['firmatecknare.1275'];
});
afterEach(() => medel.expectCoherent());
afterAll(() => medel.stop());

const post = (who: Client, path: string, body?: unknown) => who.post(path, { body });
const done = async (asked: Promise<Any>) => (await must(asked, 200)).body;
const codes = ({ body }: Any): string[] =>
  body.findings.map((row: Any) => `${row.code} ${row.path ?? ''}`.trim());

/** The demo gives accounts to its own recipients only. The number is the standard's own example. */
async function openAccount(): Promise<void> {
  const body = { kind: 'iban', number: 'SE4550000000058398257466', reason: 'Demo' };
  const { id } = (await must(stage.people['firmatecknare.annan'].post('/payee-accounts', { body }), 201))
    .body;
  await done(post(finance, `/payee-accounts/${id}/approve`));
}

/** A decision of 800 000 kr that is paid out. */
async function paidDecision(organisation: '1275' | 'annan' = '1275'): Promise<Any> {
  const decision = await stage.decision('approved', organisation);
  if (organisation === 'annan') await openAccount();
  await payOut(medel, finance, decision.payments[0].id);
  return decision;
}

const claim = (amount: number, changes: object = {}) => ({
  grounds: 'conditionNotMet',
  amount,
  reasons: 'Demo: villkoret om öppettider följdes inte.',
  ...changes,
});

async function considered(amount = 100_000, organisation: '1275' | 'annan' = '1275'): Promise<Any> {
  const decision = await paidDecision(organisation);
  return (await must(post(officer, `/decisions/${decision.id}/recoveries`, claim(amount)), 201)).body;
}

async function notified(amount = 100_000, organisation: '1275' | 'annan' = '1275'): Promise<Any> {
  const { id } = await considered(amount, organisation);
  return done(post(officer, `/recoveries/${id}/notify`, { answerBy: LATER }));
}

async function decided(amount = 100_000): Promise<Any> {
  const { id } = await notified(amount);
  await done(post(recipient, `/recoveries/${id}/answer`, { text: 'Demo: vi delar bedömningen.' }));
  return done(post(decider, `/recoveries/${id}/decide`, { dueOn: LATER }));
}

const ledger = async (id: string, asOf?: string): Promise<Any> =>
  (await must(finance.get(`/recoveries/${id}/ledger${asOf ? `?asOf=${asOf}` : ''}`), 200)).body;
const funds = async () =>
  (await must(finance.get(`/appropriations/${stage.appropriation.id}/ledger`), 200)).body;
const pay = (id: string, amount: number, changes: object = {}) =>
  post(finance, `/recoveries/${id}/register-payment`, {
    amount,
    paidOn: TODAY,
    reference: `BG-${Math.floor(performance.now() * 1000)}`,
    ...changes,
  });

/** As if it had been due long ago. */
const overdue = (id: string, dueOn: string) =>
  medel.owner.query(`ALTER TABLE recoveries DISABLE TRIGGER USER;
    UPDATE recoveries SET due_on = '${dueOn}',
      instalments = jsonb_build_array(jsonb_build_object('dueOn', '${dueOn}', 'amount', amount)) WHERE id = '${id}';
    ALTER TABLE recoveries ENABLE TRIGGER USER`);

describe('a recovery', () => {
  it('is considered, told, answered, decided and paid in parts', async () => {
    const decision = await paidDecision();
    const before = await funds();
    const made = await must(post(officer, `/decisions/${decision.id}/recoveries`, claim(300_000)), 201);
    expect(made.headers.get('location')).toBe(`/api/v1/recoveries/${made.body.id}`);
    const { id } = made.body;
    expect(made.body).toMatchObject({
      status: 'considered',
      amount: 300_000,
      years: [{ year: YEAR, amount: 300_000 }],
      citation: null,
      balance: null,
      actions: ['notify', 'drop'],
    });
    // Nothing is told before it is notified.
    expect((await recipient.get(`/recoveries/${id}`)).status).toBe(404);
    expect((await recipient.get(`/recoveries?decisionId=${decision.id}`)).body.total).toBe(0);

    const told = await done(post(officer, `/recoveries/${id}/notify`, { answerBy: LATER }));
    expect(told).toMatchObject({ status: 'notified', answerBy: LATER, actions: ['drop'] });
    const seen = (await recipient.get(`/recoveries/${id}`)).body;
    expect(seen).toMatchObject({ status: 'notified', reasons: claim(1).reasons, actions: ['answer'] });
    expect((await recipient.get(`/recoveries?decisionId=${decision.id}`)).body.items).toHaveLength(1);
    for (const text of ['Demo: vi hade öppet.', 'Demo: se bilagan.'])
      await done(post(recipient, `/recoveries/${id}/answer`, { text }));

    const claimed = await done(post(decider, `/recoveries/${id}/decide`, { dueOn: LATER }));
    expect(claimed).toMatchObject({
      status: 'decided',
      dueOn: LATER,
      answers: [{ text: 'Demo: vi hade öppet.' }, { text: 'Demo: se bilagan.' }],
      instalments: [{ dueOn: LATER, amount: 300_000 }],
      balance: { claimed: 300_000, principal: 300_000, interest: 0, paid: 0 },
    });
    expect((await post(recipient, `/recoveries/${id}/answer`, { text: 'Demo' })).body.code).toBe(
      'illegalTransition',
    );

    const first = await done(pay(id, 100_000));
    expect(first).toMatchObject({ status: 'settling', balance: { paid: 100_000, principal: 200_000 } });
    expect((await funds()).returned).toBe(before.returned + 100_000);
    expect(codes(await pay(id, 200_001))).toEqual(['overpayment amount']);
    const last = await done(pay(id, 200_000));
    expect(last).toMatchObject({ status: 'settled', balance: { paid: 300_000, principal: 0 }, actions: [] });

    const after = await funds();
    expect(after).toMatchObject({
      returned: before.returned + 300_000,
      paid: before.paid - 300_000,
      available: before.available,
    });
    const entries = after.entries.filter(
      (entry: Any) => entry.subjectId === id && entry.account === 'returned',
    );
    expect(entries.map((entry: Any) => [entry.act, entry.year, entry.amount])).toEqual([
      ['return', YEAR, 100_000],
      ['return', YEAR, 200_000],
    ]);
    const books = await ledger(id);
    expect(books).toMatchObject({ status: 'settled', running: null, owed: 0 });
    expect(books.entries.map((entry: Any) => [entry.act, entry.part, entry.amount])).toEqual([
      ['claim', 'principal', 300_000],
      ['payment', 'principal', -100_000],
      ['payment', 'principal', -200_000],
    ]);
    expect(await ledger(id, addDays(TODAY, -1))).toMatchObject({
      balance: { claimed: 0, principal: 0 },
      entries: [],
    });
  });

  it('is answered twenty times, and no more', async () => {
    const { id } = await notified();
    const answers = await lanes(22, () => post(recipient, `/recoveries/${id}/answer`, { text: 'Demo' }));
    expect(tally(answers)).toEqual({ 200: 20, '409 conflict': 2 });
    const refused = await post(recipient, `/recoveries/${id}/answer`, { text: 'Demo' });
    expect([codes(refused), refused.body.findings[0].data]).toEqual([['tooManyAnswers text'], { max: 20 }]);
    expect((await recipient.get(`/recoveries/${id}`)).body.answers).toHaveLength(20);
  });

  it('is decided by another person than considered it or told of it', async () => {
    const { id } = await notified();
    await done(post(recipient, `/recoveries/${id}/answer`, { text: 'Demo' }));
    const considerer = await anotherAccount(medel, 'handlaggare', ['decisionMaker']);
    const refused = await post(considerer, `/recoveries/${id}/decide`, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'fourEyes']);
    expect((await considerer.get(`/recoveries/${id}`)).body.actions).toEqual(['drop']);

    const other = (await considered()).id;
    await done(post(decider, `/recoveries/${other}/notify`, { answerBy: LATER }));
    expect((await post(decider, `/recoveries/${other}/decide`, { withoutAnswer: 'Demo' })).body.code).toBe(
      'fourEyes',
    );
    expect((await decider.get(`/recoveries/${other}`)).body.actions).toEqual(['drop']);
    const agreed = await done(
      post(stage.people.beslut, `/recoveries/${other}/decide`, { withoutAnswer: 'Demo' }),
    );
    expect(agreed).toMatchObject({ status: 'decided', withoutAnswer: 'Demo', dueOn: addDays(TODAY, 30) });
  });

  it('is not decided while the recipient may still answer', async () => {
    const { id } = await notified();
    const early = await post(decider, `/recoveries/${id}/decide`, {});
    expect([early.status, codes(early)]).toEqual([422, ['mayStillAnswer']]);
    expect(early.body.findings[0].citation).toMatchObject({ sfs: '2017:900', section: '25 §' });
    expect((await decider.get(`/recoveries/${id}`)).body.status).toBe('notified');
  });

  it('keeps out who has an interest in the case', async () => {
    const otherFinance = await anotherAccount(medel, 'admin', ['financeOfficer']);
    const other = stage.people.handlaggare2;
    const application = await stage.application('proposed');
    for (const who of [other, decider, finance])
      await done(
        post(who, `/applications/${application}/declare-conflict-of-interest`, {
          interest: 'possible',
          note: 'Demo',
        }),
      );
    const [{ id: decision }] = (await officer.get(`/decisions?applicationId=${application}`)).body.items;
    const { payments } = await done(post(stage.people.beslut, `/decisions/${decision}/approve`));
    await payOut(medel, otherFinance, payments[0].id);
    const refused = async (asked: Promise<Any>) => expect((await asked).body.code).toBe('conflictOfInterest');

    await refused(post(other, `/decisions/${decision}/recoveries`, claim(1_000)));
    const made = await must(post(officer, `/decisions/${decision}/recoveries`, claim(1_000)), 201);
    const path = `/recoveries/${made.body.id}`;
    await refused(post(other, `${path}/notify`, { answerBy: LATER }));
    await done(post(officer, `${path}/notify`, { answerBy: LATER }));
    await refused(post(decider, `${path}/decide`, { withoutAnswer: 'Demo' }));
    expect((await decider.get(path)).body.actions).toEqual([]);
    await done(post(stage.people.beslut, `${path}/decide`, { withoutAnswer: 'Demo' }));
    await refused(pay(made.body.id, 1_000));
    expect((await finance.get(path)).body.actions).toEqual([]);
  });

  it('demands no more than was paid out and is not demanded already', async () => {
    const unpaid = await stage.decision('approved');
    const path = (decision: Any) => `/decisions/${decision.id}/recoveries`;
    expect(codes(await post(officer, path(unpaid), claim(1)))).toEqual(['moreThanPaid amount']);
    const decision = await paidDecision();
    expect(codes(await post(officer, path(decision), claim(800_001)))).toEqual(['moreThanPaid amount']);
    expect(codes(await post(officer, path(decision), claim(0)))).toEqual(['nothingClaimed amount']);
    const wrong = {
      years: [
        { year: YEAR, amount: 5 },
        { year: YEAR + 1, amount: 6 },
      ],
    };
    expect(codes(await post(officer, path(decision), claim(10, wrong)))).toEqual([
      'claimYears years',
      'moreThanPaidOfYear years',
    ]);
    const first = (await must(post(officer, path(decision), claim(500_000)), 201)).body;
    const more = await post(officer, path(decision), claim(300_001));
    expect(more.body.findings[0]).toMatchObject({ code: 'moreThanPaid', data: { recoverable: 300_000 } });
    // What is dropped may be demanded again.
    await done(post(officer, `/recoveries/${first.id}/drop`, { reasons: 'Demo: beloppet var fel.' }));
    await must(post(officer, path(decision), claim(800_000)), 201);
    expect((await officer.get(`/recoveries/${first.id}`)).body).toMatchObject({
      status: 'dropped',
      closingReasons: 'Demo: beloppet var fel.',
      actions: [],
    });
  });

  it('is written off with a reason, and nothing is returned for it', async () => {
    const { id } = await decided(90_000);
    await done(pay(id, 30_000));
    const before = await funds();
    expect((await post(finance, `/recoveries/${id}/write-off`, { reasons: 'Demo' })).status).toBe(403);
    const closed = await done(
      post(decider, `/recoveries/${id}/write-off`, { reasons: 'Demo: föreningen finns inte mer.' }),
    );
    expect(closed).toMatchObject({
      status: 'writtenOff',
      closingReasons: 'Demo: föreningen finns inte mer.',
      balance: { claimed: 90_000, paid: 30_000, writtenOff: 60_000, principal: 0 },
      actions: [],
    });
    expect((await funds()).returned).toBe(before.returned);
    expect((await pay(id, 1)).body.code).toBe('illegalTransition');
  });

  it('comes by itself from a settlement of which too much was paid', async () => {
    const decision = await paidDecision();
    const report = decision.reports[0].id;
    const content = completeReport({ year: YEAR, costs: 600_000, coFinancing: 60_000 });
    await must(stage.people['sokande.1275'].edit(`/reports/${report}`, content), 200);
    await must(post(recipient, `/reports/${report}/submit`), 200);
    await must(post(officer, `/reports/${report}/approve`), 200);
    // Paid 800 000, entitled to 90 percent of 600 000.
    const { items } = (await officer.get(`/recoveries?decisionId=${decision.id}`)).body;
    expect(items).toMatchObject([
      {
        status: 'considered',
        grounds: 'settlement',
        reportId: report,
        amount: 260_000,
        years: [{ year: YEAR, amount: 260_000 }],
      },
    ]);
    const { reasons } = (await officer.get(`/recoveries/${items[0].id}`)).body;
    expect(reasons.replaceAll('\u00a0', ' ')).toContain('260 000 kr');
  });
});

describe('interest on late payment', () => {
  beforeAll(async () => {
    const { id } = await decided(1_000);
    await overdue(id, addDays(TODAY, -10));
    const refused = await pay(id, 1_000);
    expect([refused.status, codes(refused)]).toEqual([422, ['referenceRateMissing paidOn']]);
    for (const validFrom of HALF_YEARS)
      await must(
        stage.people.admin.post('/reference-rates', {
          body: { validFrom, percent: 2, source: 'Demo: påhittad ränta' },
        }),
        201,
      );
  });

  it('follows the reference rate and eight points, and is paid before the principal', async () => {
    const { id } = await decided(365_000);
    await overdue(id, addDays(TODAY, -10));
    // 365 000 × 10 % ÷ 365 = 100 kr a day.
    expect(await ledger(id)).toMatchObject({
      balance: { principal: 365_000, interest: 0 },
      running: { amount: 1_000, dayCount: 'actual/365', pointsAbove: 8, missing: null },
      owed: 366_000,
    });
    expect(await ledger(id, addDays(TODAY, 5))).toMatchObject({ running: { amount: 1_500 }, owed: 366_500 });
    const part = await done(pay(id, 600, { paidOn: addDays(TODAY, -4) }));
    expect(part).toMatchObject({
      interestUntil: addDays(TODAY, -4),
      balance: { charged: 600, paid: 600, principal: 365_000, interest: 0 },
    });
    expect(codes(await pay(id, 100, { paidOn: addDays(TODAY, -5) }))).toEqual(['beforeInterest paidOn']);
    const before = await funds();
    const paid = await done(pay(id, 365_400));
    expect(paid).toMatchObject({
      status: 'settled',
      balance: { claimed: 365_000, charged: 1_000, paid: 366_000, principal: 0, interest: 0 },
    });
    // Interest is none of the appropriation's money.
    expect((await funds()).returned).toBe(before.returned + 365_000);
  });

  it('runs for each instalment from its own day', async () => {
    const { id } = await decided(300_000);
    const plan = [30, 60, 90].map((days) => ({ dueOn: addDays(TODAY, days), amount: 100_000 }));
    const bad = [
      { dueOn: addDays(TODAY, -1), amount: 0 },
      { dueOn: addDays(TODAY, -1), amount: 100_000 },
    ];
    expect(codes(await post(finance, `/recoveries/${id}/plan`, { instalments: bad }))).toEqual([
      'planSum instalments',
      'planPortionEmpty instalments[0].amount',
      'planInThePast instalments[0].dueOn',
      'planInThePast instalments[1].dueOn',
      'planOrder instalments[1].dueOn',
    ]);
    const planned = await done(post(finance, `/recoveries/${id}/plan`, { instalments: plan }));
    expect(planned).toMatchObject({ status: 'decided', dueOn: LATER, instalments: plan });
    await done(pay(id, 150_000));
    // Only the half portion that is left of the second is late on day 70.
    expect((await ledger(id, addDays(TODAY, 70))).running.periods).toMatchObject([
      { days: 10, principal: 50_000 },
    ]);
    const replanned = [{ dueOn: addDays(TODAY, 200), amount: 150_000 }];
    expect(await done(post(finance, `/recoveries/${id}/plan`, { instalments: replanned }))).toMatchObject({
      status: 'settling',
    });
    expect((await ledger(id, addDays(TODAY, 70))).running.amount).toBe(0);
  });

  it('follows rates that are recorded once, in halves, with their source', async () => {
    const record = (body: object) =>
      post(finance, '/reference-rates', { source: 'Demo', percent: 2, ...body });
    expect(codes(await record({ validFrom: '2028-02-01', percent: 2.25 }))).toEqual([
      'notHalfYear validFrom',
      'notHalfPercent percent',
    ]);
    expect(codes(await record({ validFrom: '2023-07-01' }))).toEqual(['rateKnown validFrom']);
    expect((await record({ validFrom: '2026-07-01' })).status).toBe(409);
    const { items } = (await finance.get('/reference-rates')).body;
    expect(items.find((rate: Any) => rate.validFrom === '2023-07-01')).toMatchObject({
      percent: 3.5,
      lateInterestPercent: 11.5,
    });
    expect(items[0]).toMatchObject({ validFrom: '2027-07-01', source: 'Demo: påhittad ränta' });
    expect((await recipient.get('/reference-rates')).status).toBe(403);
  });
});

describe('races', () => {
  const LANES = 32;

  it('the whole claim is paid once', async () => {
    const { id } = await decided();
    const answers = await lanes(LANES, (lane) => pay(id, 100_000, { reference: `BG-${lane}` }));
    expect(tally(answers)).toEqual({ 200: 1, '409 illegalTransition': LANES - 1 });
    expect((await ledger(id)).balance).toMatchObject({ paid: 100_000, principal: 0 });
  });

  it('parts are taken until nothing is owed, to the krona', async () => {
    const { id } = await decided();
    const before = await funds();
    const answers = await lanes(LANES, (lane) => pay(id, 30_000, { reference: `BG-${lane}` }));
    expect(tally(answers)).toEqual({ 200: 3, '422 rulesNotMet': LANES - 3 });
    expect((await ledger(id)).balance).toMatchObject({ paid: 90_000, principal: 10_000 });
    expect((await funds()).returned).toBe(before.returned + 90_000);
  });

  it('the same payment is registered once', async () => {
    const { id } = await decided();
    const answers = await lanes(LANES, () => pay(id, 10_000, { reference: 'BG 5050-1055' }));
    expect(tally(answers)).toEqual({ 200: 1, '409 conflict': LANES - 1 });
    const keyed = await lanes(8, () =>
      finance.post(`/recoveries/${id}/register-payment`, {
        key: `recovery-${id}`,
        body: { amount: 5_000, paidOn: TODAY, reference: 'BG 1' },
      }),
    );
    expect(tally(keyed)).toEqual({ 200: 8 });
    expect((await ledger(id)).balance.paid).toBe(15_000);
  });

  it('two claims on the same money take turns', async () => {
    const decision = await paidDecision();
    const answers = await lanes(LANES, () =>
      post(officer, `/decisions/${decision.id}/recoveries`, claim(300_000)),
    );
    expect(tally(answers)).toEqual({ 201: 2, '422 rulesNotMet': LANES - 2 });
  });

  it('is decided or dropped', async () => {
    const { id } = await notified();
    await done(post(recipient, `/recoveries/${id}/answer`, { text: 'Demo' }));
    const answers = await lanes(LANES, (lane) =>
      lane % 2 === 0
        ? post(decider, `/recoveries/${id}/decide`, {})
        : post(officer, `/recoveries/${id}/drop`, { reasons: 'Demo' }),
    );
    expect(tally(answers)).toEqual({ 200: 1, '409 illegalTransition': LANES - 1 });
  });
});

describe("another organisation's recovery", () => {
  it('is not there, for reading and for answering', async () => {
    const { id, organisation } = await notified(1_000, 'annan');
    for (const [asked, none] of [
      [recipient.get(`/recoveries/${id}`), recipient.get(`/recoveries/${NOWHERE}`)],
      [recipient.get(`/recoveries/${id}/ledger`), recipient.get(`/recoveries/${NOWHERE}/ledger`)],
      [
        post(recipient, `/recoveries/${id}/answer`, { text: 'x' }),
        post(recipient, `/recoveries/${NOWHERE}/answer`, { text: 'x' }),
      ],
    ] as const) {
      const [theirs, nothing] = [await asked, await none];
      expect([theirs.status, { ...theirs.body, requestId: null }]).toEqual([
        404,
        { ...nothing.body, requestId: null },
      ]);
    }
    expect((await recipient.get(`/recoveries?organisationId=${organisation.id}`)).body.total).toBe(0);
    expect((await stage.people['firmatecknare.annan'].get(`/recoveries/${id}`)).status).toBe(200);
  });
});

describe('bad input', () => {
  it('is refused with all that is wrong', async () => {
    const { id } = await decided();
    const refused = async (path: string, body: unknown, who = finance) => {
      const answer = await post(who, path, body);
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid']);
      return codes(answer);
    };
    expect(
      await refused(`/recoveries/${id}/register-payment`, {
        amount: 1.5,
        paidOn: '2027-02-30',
        reference: '',
        x: 1,
      }),
    ).toEqual(['unknownField x', 'notAmount amount', 'notDate paidOn', 'tooShort reference']);
    expect(
      await refused(`/recoveries/${id}/register-payment`, {
        amount: 1,
        paidOn: addDays(TODAY, 1),
        reference: 'a',
      }),
    ).toEqual(['dateInTheFuture paidOn']);
    expect(await refused(`/recoveries/${id}/plan`, { instalments: [] })).toEqual(['tooFew instalments']);
    const decision = await paidDecision();
    expect(
      await refused(`/decisions/${decision.id}/recoveries`, { grounds: 'because', amount: -1 }, officer),
    ).toEqual(['notOneOf grounds', 'notAmount amount', 'required reasons']);
    const made = (await must(post(officer, `/decisions/${decision.id}/recoveries`, claim(10)), 201)).body;
    expect(await refused(`/recoveries/${made.id}/notify`, { answerBy: TODAY }, officer)).toEqual([
      'dueInThePast answerBy',
    ]);
    expect((await finance.get('/recoveries?year=x&colour=red')).status).toBe(400);
    expect((await finance.get(`/recoveries?status=decided&year=${YEAR}`)).body.total).toBeGreaterThan(0);
    expect((await finance.get('/recoveries?year=2001')).body.total).toBe(0);
    expect((await post(officer, `/decisions/${NOWHERE}/recoveries`, claim(1))).status).toBe(404);
    const zero = await pay(id, 0);
    expect([zero.status, codes(zero)]).toEqual([422, ['nothingPaid amount']]);
  });
});

describe('the database', () => {
  /** What the database says to the runtime role; nothing of it is kept. */
  const refusal = async (statement: string): Promise<string> => {
    const client = new pg.Client({ connectionString: medel.config.databaseUrl });
    await client.connect();
    try {
      await client.query(`BEGIN; SELECT set_config('medel.scope', 'all', true)`);
      await client.query(statement);
      await client.query('SET CONSTRAINTS ALL IMMEDIATE');
      return 'not refused';
    } catch (error) {
      return (error as Error).message;
    } finally {
      await client.query('ROLLBACK');
      await client.end();
    }
  };

  beforeAll(async () => {
    await decided(1_000);
    await considered(1_000);
  });

  it.each([
    [`UPDATE recovery_balances SET principal = 0`, /permission denied/],
    [`DELETE FROM recovery_entries`, /permission denied/],
    [`UPDATE recovery_postings SET amount = 1`, /permission denied/],
    [`UPDATE recoveries SET amount = 1, status = 'settling' WHERE status = 'decided'`, /never changes/],
    [
      `UPDATE recoveries SET decided_by_person = considered_by_person WHERE status = 'considered'`,
      /has no step|four_eyes/,
    ],
    [`UPDATE recoveries SET answers = '[]' WHERE status = 'decided'`, /never changes/],
    [`UPDATE recoveries SET status = 'settling' WHERE status = 'decided'`, /adds one to the version/],
    [`UPDATE recoveries SET status = 'writtenOff' WHERE status = 'decided'`, /when nothing is owed/],
    [
      `INSERT INTO recovery_postings (id, recovery_id, organisation_id, act, amount, day, reference, actor_id, booked_on, posted_at)
       SELECT '${NOWHERE}', id, organisation_id, 'payment', 5, now(), 'x', '${NOWHERE}', now(), now() FROM recoveries WHERE status = 'decided' LIMIT 1;
       INSERT INTO recovery_entries (posting_id, organisation_id, part, amount)
       SELECT id, organisation_id, 'principal', -6 FROM recovery_postings WHERE id = '${NOWHERE}'`,
      /are its amount/,
    ],
    [
      `INSERT INTO recovery_postings (id, recovery_id, organisation_id, act, amount, day, reference, actor_id, booked_on, posted_at)
       SELECT '${NOWHERE}', id, organisation_id, 'payment', 900000000, now(), 'x', '${NOWHERE}', now(), now() FROM recoveries WHERE status = 'decided' LIMIT 1;
       INSERT INTO recovery_entries (posting_id, organisation_id, part, amount)
       SELECT id, organisation_id, 'principal', -900000000 FROM recovery_postings WHERE id = '${NOWHERE}'`,
      /recovery_balances_principal/,
    ],
  ])('refuses %s', async (statement, told) => {
    expect(await refusal(statement)).toMatch(told);
  });
});
