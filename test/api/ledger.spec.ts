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
        'SELECT year, fund, reserved, unpaid, paid FROM ledger_holdings WHERE decision_id = $1 ORDER BY year, fund',
        [decision],
      )
    ).rows;

  beforeAll(async () => {
    medel = await Medel.start();
    cases = await Cases.open(medel, { years: [year, year + 1], amount: 2_000_000 });
    ledger = medel.api.get(Ledger, { strict: false });
    own = await cases.appropriation(year);
  });
  afterEach(() => medel.expectCoherent());
  afterAll(() => medel.stop());

  it('binds, pays, takes a bounce back, and has a part returned', async () => {
    const id = await cases.approved();
    const paying = { year, amount: 600_000 };
    expect(await balances()).toEqual([900_000, 0, 0, 1_100_000]);
    await act(() => ledger.pay(SYSTEM, id, own, paying));
    expect(await balances()).toEqual([900_000, 600_000, 0, 1_100_000]);
    await act(() => ledger.unpay(SYSTEM, id, own, paying));
    expect(await balances()).toEqual([900_000, 0, 0, 1_100_000]);
    await act(() => ledger.pay(SYSTEM, id, own, paying));
    await act(() =>
      ledger.returned(SYSTEM, { type: 'recovery', id: NOWHERE }, own, { year, amount: 100_000 }),
    );
    expect(await balances()).toEqual([900_000, 500_000, 100_000, 1_100_000]);
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
  ] as const)('never %s more than the decision holds', async (_, move, reason = /ledger_holdings_sound/) => {
    const { rows } = await medel.owner.query(
      `SELECT d.id FROM decisions d WHERE d.appropriation_id = $1 AND NOT EXISTS (SELECT FROM ledger_holdings h
        WHERE h.decision_id = d.id AND h.paid > 0)`,
      [own.id],
    );
    const id = (rows[0]?.id as string | undefined) ?? (await cases.approved());
    const before = await balances();
    await expect(act(() => move(id))).rejects.toThrow(reason);
    expect(await balances()).toEqual(before);
  });
});
