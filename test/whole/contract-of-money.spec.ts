import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withCheckDigits } from '#domain/payments/accounts/iban';
import { addDays } from '#domain/shared/local-date';
import { Cases, Contract, Medel, type Any, type Client } from '#testing';
import { camt054, madeFile, pain002, upload } from '../api/bank.js';
import { MONEY_OPERATIONS } from '../api/money-operations.js';
import { must, NOWHERE } from '../api/stage.js';

const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
const YEAR = Number(TODAY.slice(0, 4));
const YEARS = [YEAR, YEAR + 1, YEAR + 2];
const LETTER = { letterReference: 'Demo', decidedOn: TODAY, reason: 'Demo' };

/** The clients are watched: every answer in here, refusals too, is held against the published contract as it comes. */
describe('every answer about money is what the contract says', () => {
  let medel: Medel;
  let contract: Contract;
  let cases: Cases;
  let decider: Client;
  let finance: Client;

  const as = async (name: string) => contract.watch(await medel.as(name));
  const post = (who: Client, path: string, body?: unknown) => who.post<Any>(path, { body });
  const done = async (asked: Promise<Any>, status = 200): Promise<Any> => (await must(asked, status)).body;
  const paymentsOf = async (id: string): Promise<Any[]> =>
    (await decider.get(`/decisions/${id}`)).body.payments;
  const read = async (...paths: string[]) => {
    for (const path of paths)
      for (const who of [finance, cases.officer])
        expect([path, (await who.get(path)).status]).toEqual([path, 200]);
  };

  beforeAll(async () => {
    medel = await Medel.start({ worker: true });
    contract = await Contract.of(medel.anyone());
    cases = await Cases.open({ as }, { years: YEARS });
    decider = await as('beslut2');
    finance = cases.finance;
  });
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
  });

  /** A decision whose first year the bank has executed. */
  async function paid(): Promise<string> {
    const id = await cases.approved();
    const [first] = await paymentsOf(id);
    const { toPay } = await done(post(finance, `/payments/${first.id}/attest`));
    const file = await madeFile(medel, finance, [first.id]);
    const told = [{ endToEndId: file.lines[0].endToEndId, amount: `${toPay}.00` }];
    await done(upload(finance, file.id, camt054(told, { messageId: first.id })), 201);
    return id;
  }

  async function claimed(amount: number): Promise<string> {
    const claim = { grounds: 'conditionNotMet', amount, reasons: 'Demo' };
    const { id } = await done(post(cases.officer, `/decisions/${await paid()}/recoveries`, claim), 201);
    await done(post(cases.officer, `/recoveries/${id}/notify`, { answerBy: addDays(TODAY, 14) }));
    return id;
  }

  async function decided(amount: number): Promise<string> {
    const id = await claimed(amount);
    await done(post(cases.signatory, `/recoveries/${id}/answer`, { text: 'Demo' }));
    await done(post(decider, `/recoveries/${id}/decide`, {}));
    return id;
  }

  it('over years: firm in bulk, lapsed, carried over, amended by a letter', async () => {
    const [id, other] = [await cases.approved(), await cases.approved()];
    const own = await cases.appropriation(YEAR);
    const early = await post(finance, `/appropriations/${own.id}/carry-over`, { ...LETTER, amount: 1 });
    expect(early.status).toBe(422);
    const body = { code: cases.code, name: 'Demo', year: YEAR + 1, amount: 900_000, commitmentLimit: 0 };
    const next = await done(post(finance, '/appropriations', body), 201);
    const bulk = await done(
      post(finance, `/appropriations/${next.id}/confirm-years`, { decisionIds: [id, other] }),
    );
    expect(bulk.items.map(({ outcome }: Any) => outcome)).toEqual(['confirmed', 'refused']);
    expect(
      (await done(post(finance, `/appropriations/${next.id}/confirm-years`, { decisionIds: [id] }))).items,
    ).toEqual([]);
    await done(post(finance, `/appropriations/${own.id}/carry-over`, { ...LETTER, amount: 5_000 }));
    const lapse = { year: YEAR + 2, reason: 'Demo: inga medel' };
    await done(post(cases.decider, `/decisions/${id}/lapse-year`, lapse));
    expect((await post(cases.decider, `/decisions/${id}/lapse-year`, lapse)).status).toBe(409);
    const path = `/appropriations/${own.id}/amendments`;
    const raised = await done(post(finance, path, { ...LETTER, amount: 999_000_000 }), 201);
    expect((await post(finance, path, { ...LETTER, amount: 1 })).status).toBe(409);
    await read(
      path,
      `${path}/${raised.id}`,
      `/appropriations/${own.id}?asOf=${TODAY}`,
      `/appropriations?asOf=${TODAY}`,
    );
    expect((await finance.get(`${path}/${NOWHERE}`)).status).toBe(404);
    await read(`/appropriations/${own.id}/ledger?asOf=${TODAY}&year=${YEAR}&limit=1`, `/decisions/${id}`);
  });

  it('of accounts to pay to', async () => {
    const { signatory } = cases;
    let number = 0;
    const propose = () => {
      const iban = withCheckDigits('SE', `999${String((number += 1)).padStart(17, '0')}`);
      return done(post(signatory, '/payee-accounts', { kind: 'iban', number: iban, reason: 'Demo' }), 201);
    };
    expect(
      (await post(signatory, '/payee-accounts', { kind: 'iban', number: 'SE1', reason: '' })).status,
    ).toBe(400);
    const bankgiro = { kind: 'bankgiro', number: '991-2346', reason: 'Demo' };
    const account = await done(post(signatory, '/payee-accounts', bankgiro), 201);
    await done(post(signatory, `/payee-accounts/${account.id}/withdraw`));
    const rejected = await propose();
    await done(post(finance, `/payee-accounts/${rejected.id}/reject`, { note: 'Demo' }));
    const { id } = await propose();
    await read('/payee-accounts', `/payee-accounts/${id}`);
    await done(post(finance, `/payee-accounts/${id}/approve`));
    expect((await post(finance, `/payee-accounts/${id}/approve`)).status).toBe(409);
    await done(post(signatory, `/payee-accounts/${id}/stop`, { note: 'Demo' }));
    expect((await signatory.get('/payee-accounts')).body.total).toBe(4);
    await read('/payee-accounts?limit=2', `/payee-accounts/${rejected.id}`, `/payee-accounts/${account.id}`);
  });

  it('of a payment that is held back, by an officer and by a condition', async () => {
    const id = await cases.approved();
    const [first] = await paymentsOf(id);
    const path = `/payments/${first.id}`;
    await done(post(finance, `${path}/withhold`, { reason: 'Demo' }));
    await read(path);
    await done(post(finance, `${path}/release`, { reason: 'Demo' }));
    expect((await post(finance, `${path}/release`, { reason: 'Demo' })).status).toBe(409);
    const { officer } = cases;
    const amend = { years: [{ year: YEAR, amount: 800_000 }], reasons: 'Demo', conditions: ['Demo: öppet.'] };
    const amended = await done(post(officer, `/decisions/${id}/amend`, amend), 201);
    await done(post(cases.decider, `/decisions/${amended.id}/approve`));
    const judge = (outcome: string) =>
      post(officer, `/decisions/${amended.id}/judge-condition`, { condition: 1, outcome, motive: 'Demo' });
    await done(judge('notMet'));
    const [held] = await paymentsOf(amended.id);
    expect((await post(finance, `/payments/${held.id}/attest`)).status).toBe(409);
    await read(`/payments/${held.id}`, `/decisions/${amended.id}`, '/payments?status=withheld');
    await done(judge('met'));
    expect((await post(finance, `/payments/${held.id}/attest`)).status).toBe(200);
  });

  it('of files to the bank, and of what the bank says', async () => {
    const [id, other] = [await cases.approved(), await cases.approved()];
    const [first] = await paymentsOf(id);
    const [second] = await paymentsOf(other);
    const order = (paymentIds: string[]) => post(finance, '/payment-files', { paymentIds });
    expect((await order([first.id])).status).toBe(409);
    for (const each of [first, second]) await done(post(finance, `/payments/${each.id}/attest`));
    const file = await madeFile(medel, finance, [first.id, second.id]);
    expect((await order([first.id])).status).toBe(409);
    const path = `/payment-files/${file.id}`;
    await read('/payment-files?status=ready', path, `${path}.xml`);
    const notices = [
      camt054([
        { endToEndId: file.lines[0].endToEndId, amount: '900000.00' },
        { endToEndId: file.lines[1].endToEndId, amount: '1.00' },
        { amount: '5', currency: 'EUR' },
      ]),
      camt054([
        { endToEndId: file.lines[0].endToEndId, amount: '900000', direction: 'CRDT', reason: 'MS03' },
      ]),
      pain002(file.messageId, [{ endToEndId: file.lines[1].endToEndId }]),
    ];
    for (const notice of notices) {
      const told = await done(upload(finance, file.id, notice), 201);
      await read(`${path}/settlements/${told.id}`, path);
    }
    expect((await upload(finance, file.id, '<x>')).status).toBe(400);
    await read(`/payments/${first.id}`, `/payments/${second.id}`);
    const again = await done(post(finance, `/payments/${first.id}/replan`));
    expect((await post(finance, `/payments/${first.id}/replan`)).status).toBe(409);
    // What was turned away for its account is not paid to the same again.
    const bounced = await done(post(finance, `/payments/${second.id}/replan`));
    for (const each of [again, bounced]) await done(post(finance, `/payments/${each.id}/attest`));
    expect((await order([bounced.id])).status).toBe(422);
    await read(`/payments/${first.id}`, `/payments/${again.id}`, `/decisions/${id}`);
  });

  it('of recoveries, from a claim to the last krona', async () => {
    const { officer, signatory } = cases;
    const id = await claimed(100_000);
    await read('/recoveries', `/recoveries/${id}`);
    expect((await post(decider, `/recoveries/${id}/decide`, {})).status).toBe(422);
    await done(post(signatory, `/recoveries/${id}/answer`, { text: 'Demo' }));
    expect((await signatory.get(`/recoveries/${id}`)).status).toBe(200);
    await done(post(decider, `/recoveries/${id}/decide`, { dueOn: addDays(TODAY, 20) }));
    const portions = [10, 40].map((days) => ({ dueOn: addDays(TODAY, days), amount: 50_000 }));
    await done(post(finance, `/recoveries/${id}/plan`, { instalments: portions }));
    expect((await post(finance, `/recoveries/${id}/plan`, { instalments: portions.slice(1) })).status).toBe(
      422,
    );
    const pay = { amount: 30_000, paidOn: TODAY, reference: 'BG 1' };
    await done(post(finance, `/recoveries/${id}/register-payment`, pay));
    expect((await post(finance, `/recoveries/${id}/register-payment`, pay)).status).toBe(409);
    await done(post(finance, `/recoveries/${id}/set-off`, { amount: 20_000 }));
    expect((await post(finance, `/recoveries/${id}/set-off`, { amount: 90_000 })).status).toBe(422);
    await read(
      `/recoveries/${id}/ledger`,
      `/recoveries/${id}/ledger?asOf=${addDays(TODAY, -1)}`,
      `/recoveries/${id}`,
    );
    await done(post(decider, `/recoveries/${id}/write-off`, { reasons: 'Demo' }));
    const dropped = await claimed(1_000);
    await done(post(officer, `/recoveries/${dropped}/drop`, { reasons: 'Demo' }));
    await read(`/recoveries/${dropped}`, `/recoveries/${id}/ledger`, '/recoveries?limit=1&status=dropped');
    const claim = { grounds: 'conditionNotMet', amount: 900_001, reasons: 'Demo' };
    expect((await post(officer, `/decisions/${await paid()}/recoveries`, claim)).status).toBe(422);
  });

  it('of interest on what is late, by rates that are recorded', async () => {
    const admin = await as('admin');
    const id = await decided(365_000);
    const due = addDays(TODAY, -10);
    await medel.owner.query(`ALTER TABLE recoveries DISABLE TRIGGER USER;
      UPDATE recoveries SET due_on = '${due}',
        instalments = jsonb_build_array(jsonb_build_object('dueOn', '${due}', 'amount', amount)) WHERE id = '${id}';
      ALTER TABLE recoveries ENABLE TRIGGER USER`);
    // Nothing to reckon with yet.
    await read(`/recoveries/${id}/ledger`);
    for (const validFrom of [`${YEAR - 1}-07-01`, `${YEAR}-01-01`, `${YEAR}-07-01`]) {
      const rate = { validFrom, percent: 2.5, source: 'Demo: påhittad ränta' };
      await done(post(admin, '/reference-rates', rate), 201);
      expect((await post(admin, '/reference-rates', rate)).status).toBe(409);
    }
    await read('/reference-rates', `/recoveries/${id}/ledger`);
    const pay = { amount: 100_000, paidOn: TODAY, reference: 'BG 2' };
    const partly = await done(post(finance, `/recoveries/${id}/register-payment`, pay));
    expect(partly.balance.charged).toBeGreaterThan(0);
    await read(`/recoveries/${id}/ledger`, `/recoveries/${id}`);
  });

  it.each(['sokande.1275', 'firmatecknare.1280', 'handlaggare', 'beslut', 'ekonomi', 'revisor', 'admin'])(
    'in every list, as %s reads it',
    async (name) => {
      const reader = await as(name);
      for (const collection of [
        'appropriations',
        'payee-accounts',
        'payment-files',
        'payments',
        'recoveries',
      ]) {
        const first = await reader.get(`/${collection}?limit=1`);
        expect([200, 403]).toContain(first.status);
        if (first.body.nextCursor)
          expect((await reader.get(`/${collection}?limit=200&cursor=${first.body.nextCursor}`)).status).toBe(
            200,
          );
        await reader.get(`/${collection}?unknown=1`);
      }
      expect([200, 403]).toContain((await reader.get('/reference-rates')).status);
    },
  );

  it('of every operation', () => {
    const unanswered = new Set(contract.unanswered);
    expect(MONEY_OPERATIONS.filter((operation) => unanswered.has(operation))).toEqual([]);
  });
});
