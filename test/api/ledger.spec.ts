import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, Medel, type Any } from '#testing';
import { SYSTEM } from '#core/access';
import { Ledger } from '#core/appropriations';
import { Database } from '#platform/database';

const year = new Date().getFullYear();
const NOWHERE = '00000000-0000-7000-8000-000000000000';

/** The moves that payments, bounces, repayments and amendments make: each to the krona, and never more than there is. */
describe('the ledger', () => {
  let medel: Medel;
  let cases: Cases;
  let ledger: Ledger;
  let own: { id: string; year: number };

  const act = (work: () => Promise<void>) =>
    medel.api.get(Database, { strict: false }).transaction({ organisationId: null }, work);
  const balances = async (): Promise<number[]> => {
    const { committed, paid, returned, available } = await cases.appropriation(year);
    return [committed, paid, returned, available];
  };
  const held = async (decision: string): Promise<Any[]> =>
    (
      await medel.owner.query(
        `SELECT h.year, fund, reserved, unpaid, paid FROM ledger_holdings h JOIN decisions d USING (application_id)
        WHERE d.id = $1 ORDER BY year, fund`,
        [decision],
      )
    ).rows;

  beforeAll(async () => {
    medel = await Medel.start();
    cases = await Cases.open(medel, { years: [year, year + 1], amount: 3_500_000 });
    ledger = medel.api.get(Ledger, { strict: false });
    own = await cases.appropriation(year);
    // The ledger alone: no payments are executed here, and no recoveries repaid.
    await medel.owner.query(
      `ALTER TABLE ledger_transactions DISABLE TRIGGER executed; ALTER TABLE ledger_transactions DISABLE TRIGGER for_its_subject`,
    );
  });
  afterEach(() => medel.expectCoherent());
  afterAll(() => medel.stop());

  it('binds, pays, takes a bounce back, and has a part returned', async () => {
    const id = await cases.approved();
    const paying = { year, amount: 600_000 };
    expect(await balances()).toEqual([900_000, 0, 0, 2_600_000]);
    await act(() => ledger.pay(SYSTEM, id, own, paying));
    expect(await balances()).toEqual([900_000, 600_000, 0, 2_600_000]);
    await act(() => ledger.unpay(SYSTEM, id, own, paying));
    expect(await balances()).toEqual([900_000, 0, 0, 2_600_000]);
    await act(() => ledger.pay(SYSTEM, id, own, paying));
    await act(() =>
      ledger.returned(SYSTEM, { type: 'recovery', id: NOWHERE }, own, { year, amount: 100_000 }),
    );
    expect(await balances()).toEqual([900_000, 500_000, 100_000, 2_600_000]);
    expect(await held(id)).toEqual([
      { year, fund: 'appropriation', reserved: 0, unpaid: 300_000, paid: 600_000 },
      { year: year + 1, fund: 'commitmentLimit', reserved: 0, unpaid: 900_000, paid: 0 },
    ]);
  });

  it.each([
    ['pays', (id: string) => ledger.pay(SYSTEM, id, own, { year, amount: 900_001 })],
    ['takes back', (id: string) => ledger.unpay(SYSTEM, id, own, { year, amount: 1 })],
    ['frees', (id: string) => ledger.free(SYSTEM, id, own, [{ year, amount: 900_001 }])],
    [
      'pays a promise',
      (id: string) => ledger.pay(SYSTEM, id, own, { year: year + 1, amount: 1 }),
      /appropriation_funds_limit_unpaid/,
    ],
  ] as const)('never %s more than the case holds', async (_, move, reason = /ledger_holdings_sound/) => {
    const { rows } = await medel.owner.query(
      `SELECT d.id FROM decisions d WHERE d.appropriation_id = $1 AND NOT EXISTS (SELECT FROM ledger_holdings h
        WHERE h.application_id = d.application_id AND h.paid > 0)`,
      [own.id],
    );
    const id = (rows[0]?.id as string | undefined) ?? (await cases.approved());
    const before = await balances();
    await expect(act(() => move(id))).rejects.toThrow(reason);
    expect(await balances()).toEqual(before);
  });

  it('tells who holds the money when it does not suffice', async () => {
    const application = await cases.underAssessment();
    const { status, body } = await cases.propose(application);
    expect([status, body.code]).toEqual([201, undefined]);
    const refused = await cases.propose(await cases.underAssessment());
    expect([refused.status, refused.body.code]).toEqual([409, 'budgetExceeded']);
    const { available } = await cases.appropriation(year);
    expect(refused.body.findings).toEqual([
      expect.objectContaining({
        code: 'budgetExceeded',
        data: expect.objectContaining({
          source: 'appropriation',
          year,
          requested: 900_000,
          available,
          missing: 900_000 - available,
        }),
      }),
    ]);
    const { holders } = refused.body.findings[0].data;
    expect(holders.map((row: Any) => [row.decisionId, row.reserved, row.unpaid + row.paid])).toContainEqual([
      body.id,
      900_000,
      0,
    ]);
    expect(holders[0].organisation.code).toBe('1275');
    const sum = holders.reduce((all: number, row: Any) => all + row.reserved + row.unpaid + row.paid, 0);
    expect(sum).toBe(3_500_000 - available);
  });

  it('has the balances of any day, as its entries then summed', async () => {
    // The money came two days ago; all that followed was today.
    await medel.owner.query(`
      ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_transaction;
      ALTER TABLE appropriations DISABLE TRIGGER audited;
      UPDATE appropriations SET created_at = created_at - interval '2 days';
      ALTER TABLE appropriations ENABLE TRIGGER audited;
      UPDATE ledger_transactions SET day = day - 2 WHERE act = 'allocate';
      UPDATE ledger_entries e SET day = t.day FROM ledger_transactions t WHERE t.id = e.transaction_id;
      ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_transaction
        FOREIGN KEY (transaction_id, day) REFERENCES ledger_transactions (id, day)`);
    const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
    const read = async (query: string) => (await cases.finance.get(`/appropriations/${own.id}${query}`)).body;
    const now = await read('');
    expect(await read(`?asOf=${day(-1)}`)).toEqual(now);
    expect((await cases.finance.get(`/appropriations/${own.id}?asOf=${day(30)}`)).status).toBe(404);
    expect(await read(`?asOf=${day(1)}`)).toMatchObject({
      ...{ allocated: 3_500_000, available: 3_500_000, committed: 0, reserved: 0, paid: 0, returned: 0 },
      commitmentLimit: { allocated: 1_000_000_000, available: 1_000_000_000, committed: 0 },
    });
    const before = await read(`/ledger?asOf=${day(1)}`);
    expect([before.total, before.futureYears]).toEqual([4, []]);
    const list = (await cases.finance.get(`/appropriations?code=${cases.code}&asOf=${day(-1)}`)).body;
    expect(list.items).toEqual([now]);
    const ledgerNow = await read('/ledger');
    const sums: Record<string, number> = {};
    for (const { account, fund, amount } of ledgerNow.entries)
      sums[`${fund} ${account}`] = (sums[`${fund} ${account}`] ?? 0) + amount;
    expect(now).toMatchObject({
      allocated: -sums['appropriation source']!,
      available: sums['appropriation available'],
      reserved: sums['appropriation reserved'],
      paid: sums['appropriation paid'],
      returned: sums['appropriation returned'],
      commitmentLimit: { available: sums['commitmentLimit available'] },
    });
  });

  it('is read a page at a time', async () => {
    const path = `/appropriations/${own.id}/ledger`;
    const whole = (await cases.finance.get(path)).body;
    const entries: Any[] = [];
    let cursor = '';
    do {
      const { body } = await cases.finance.get(`${path}?limit=3${cursor}`);
      expect(body.total).toBe(whole.entries.length);
      entries.push(...body.entries);
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect(entries).toEqual(whole.entries);
    const later = (await cases.finance.get(`${path}?year=${year + 1}`)).body;
    expect(later.entries).toEqual(whole.entries.filter((entry: Any) => entry.year === year + 1));
    expect((await cases.finance.get(`${path}?cursor=x`)).status).toBe(400);
  });
});
