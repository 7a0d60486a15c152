import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '#domain/shared/local-date';
import { Medel, until, type Any } from '#testing';
import { payOut } from '../api/paid-out.js';
import { must, Stage, YEAR } from '../api/stage.js';

const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());

/** Exports of money, held against the ledger's own balances to the krona. */
describe('exports of money', () => {
  let medel: Medel;
  let stage: Stage;

  const rows = async (kind: string, order: object = {}): Promise<{ items: Any[]; sums: Any }> => {
    const ordered = await stage.people.revisor.post('/exports', {
      body: { kind, format: 'json', filters: {}, ...order },
    });
    const { body } = await must(Promise.resolve(ordered), 202);
    const made = await until(async () => {
      const { body: state } = await stage.people.revisor.get(`/exports/${body.id}`);
      if (state.status === 'failed') throw new Error(JSON.stringify(state));
      return state.status === 'ready' && state;
    });
    const { body: items } = await stage.people.revisor.get(`/exports/${body.id}/file`);
    return { items: typeof items === 'string' ? JSON.parse(items) : items, sums: made.controlSums };
  };
  const funds = async (): Promise<Any[]> =>
    (await medel.owner.query('SELECT * FROM appropriation_funds')).rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          /^-?\d+$/.test(String(value)) ? Number(value) : value,
        ]),
      ),
    );
  const total = (all: Any[], name: string) => all.reduce((sum, row) => sum + row[name], 0);

  beforeAll(async () => {
    medel = await Medel.start({ worker: true });
    stage = await Stage.set(medel, { span: 2 });
    const { handlaggare, beslut2, ekonomi } = stage.people;
    await stage.decision('proposed');
    await stage.decision('approved');
    for (const [index, amount] of [300_000, 120_000, 50_000].entries()) {
      const decision = await stage.decision('approved');
      await payOut(medel, ekonomi, decision.payments[0].id);
      const claim = { grounds: 'paidByMistake', amount, reasons: 'Demo' };
      const { body } = await must(
        handlaggare.post(`/decisions/${decision.id}/recoveries`, { body: claim }),
        201,
      );
      const act = (who: typeof ekonomi, action: string, sent: object) =>
        must(who.post(`/recoveries/${body.id}/${action}`, { body: sent }), 200);
      await act(handlaggare, 'notify', { answerBy: addDays(TODAY, 14) });
      if (index === 2) continue;
      await act(beslut2, 'decide', { withoutAnswer: 'Demo' });
      await act(ekonomi, 'register-payment', { amount: 70_001, paidOn: TODAY, reference: `BG-${index}` });
      if (index === 1) await act(beslut2, 'write-off', { reasons: 'Demo' });
    }
  });
  afterAll(async () => {
    await medel.expectCoherent();
    await medel.stop();
  });

  it('payments pay out what the ledger has paid out', async () => {
    const { items, sums } = await rows('payments');
    const all = await funds();
    expect(sums.paid).toBe(total(all, 'paid') + total(all, 'returned'));
    expect(sums).toEqual({ amount: 6_400_000, setOff: 0, toPay: 6_400_000, paid: 2_400_000 });
    expect(items.filter((row) => row.status === 'executed')).toHaveLength(3);
    const filtered = await rows('payments', { filters: { year: YEAR + 1 } });
    expect(filtered.sums).toMatchObject({ amount: 3_200_000, paid: 0 });
  });

  it('recoveries return what the ledger has returned', async () => {
    const { items, sums } = await rows('recoveries');
    expect(sums.returned).toBe(total(await funds(), 'returned'));
    expect(sums).toEqual({
      amount: 470_000,
      claimed: 420_000,
      charged: 0,
      paid: 140_002,
      setOff: 0,
      writtenOff: 49_999,
      principal: 229_999,
      interest: 0,
      returned: 140_002,
    });
    for (const row of items)
      expect(row.claimed + row.charged).toBe(
        row.paid + row.setOff + row.writtenOff + row.principal + row.interest,
      );
    expect(items.map((row) => row.status).sort()).toEqual(['notified', 'settling', 'writtenOff']);
    expect((await rows('recoveries', { filters: { status: 'settling' } })).sums).toMatchObject({
      amount: 300_000,
      principal: 229_999,
    });
  });

  it('the follow-up of appropriations is every balance of the ledger', async () => {
    const { items } = await rows('appropriation-follow-up');
    const all = await funds();
    expect(items).toHaveLength(all.filter((row) => row.allocated > 0).length);
    for (const fund of ['appropriation', 'commitmentLimit']) {
      const { allocated, available, reserved, unpaid, paid, returned } = all.find((row) => row.fund === fund);
      expect(items.find((row) => row.fund === fund)).toMatchObject({
        appropriationCode: stage.code,
        year: YEAR,
        ...{ allocated, available, reserved, unpaid, paid, returned },
        committed: unpaid + paid + returned,
      });
    }
    expect((await rows('appropriation-follow-up', { filters: { year: YEAR + 1 } })).items).toEqual([]);
  });

  it('open grants award what is bound, and tell of no person', async () => {
    const { items, sums } = await rows('open-grants');
    const all = await funds();
    expect(sums.amountAwarded).toBe(total(all, 'unpaid') + total(all, 'paid') + total(all, 'returned'));
    expect(sums.amountDisbursed).toBe(total(all, 'paid') + total(all, 'returned'));
    expect(sums.amountReturned).toBe(total(all, 'returned'));
    expect(items).toHaveLength(4);
    expect(items[0]).toMatchObject({
      currency: 'SEK',
      awardDate: TODAY,
      plannedStartDate: `${YEAR}-01-01`,
      plannedEndDate: `${YEAR + 1}-12-31`,
    });
    const text = JSON.stringify(items);
    for (const secret of ['Kontakt', '@', 'handlaggare', 'reasons', 'evidence'])
      expect(text).not.toContain(secret);
  });

  it.each(['payments', 'recoveries', 'appropriation-follow-up', 'open-grants'])(
    '%s knows nothing of today yesterday',
    async (kind) => {
      expect((await rows(kind, { asOf: addDays(TODAY, -1) })).items).toEqual([]);
      expect((await rows(kind, { asOf: TODAY })).items).toEqual((await rows(kind)).items);
    },
  );
});
