import { afterEach, afterAll, beforeEach, describe, expect, it, beforeAll } from '@jest/globals';
import { addDays } from '#domain/shared/local-date';
import { lanes, Medel, tally, type Any, type Client } from '#testing';
import { camt054, madeFile, outcomes, upload } from './bank.js';
import { payOut } from './paid-out.js';
import { must, Stage } from './stage.js';

const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
const GRANTED = 800_000;

let medel: Medel;
let stage: Stage;
let finance: Client;

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel);
  finance = stage.people.ekonomi;
});
afterEach(() => medel.expectCoherent());
afterAll(() => medel.stop());

const post = (who: Client, path: string, body: unknown = {}) => who.post(path, { body });
const done = async (asked: Promise<Any>): Promise<Any> => (await must(asked, 200)).body;
const payment = async (id: string): Promise<Any> => (await finance.get(`/payments/${id}`)).body;
const recovery = async (id: string): Promise<Any> => (await finance.get(`/recoveries/${id}`)).body;
const setOff = (id: string, body: object = {}) => post(finance, `/recoveries/${id}/set-off`, body);
const funds = async () =>
  (await must(finance.get(`/appropriations/${stage.appropriation.id}/ledger`), 200)).body;

/** A decided claim on a decision that is paid out. */
async function claimed(amount: number): Promise<string> {
  const decision = await stage.decision('approved');
  await payOut(medel, finance, decision.payments[0].id);
  const body = { grounds: 'conditionNotMet', amount, reasons: 'Demo' };
  const made = await must(post(stage.people.handlaggare, `/decisions/${decision.id}/recoveries`, body), 201);
  const path = `/recoveries/${made.body.id}`;
  await done(post(stage.people.handlaggare, `${path}/notify`, { answerBy: addDays(TODAY, 14) }));
  await done(post(stage.people.beslut2, `${path}/decide`, { withoutAnswer: 'Demo' }));
  return made.body.id;
}

describe('set-off', () => {
  let coming: Any;
  /** Nothing that an earlier test left is to be paid. */
  beforeEach(async () => {
    const { items } = (await finance.get('/payments?status=due&limit=200')).body;
    for (const { id } of items) await must(post(finance, `/payments/${id}/attest`), 200);
  });

  it('lowers what is to be paid, and what is owed, at once', async () => {
    const id = await claimed(300_000);
    coming = await stage.decision('approved');
    const [due] = coming.payments;
    const before = await funds();
    const part = await done(setOff(id, { amount: 100_000 }));
    expect(part).toMatchObject({ status: 'settling', balance: { setOff: 100_000, principal: 200_000 } });
    expect(await payment(due.id)).toMatchObject({
      amount: GRANTED,
      setOff: 100_000,
      toPay: GRANTED - 100_000,
    });
    const whole = await done(setOff(id));
    expect(whole).toMatchObject({
      status: 'settled',
      balance: { setOff: 300_000, principal: 0 },
      actions: [],
    });
    expect(await funds()).toMatchObject({
      returned: before.returned + 300_000,
      paid: before.paid - 300_000,
      committed: before.committed,
    });
    await done(post(finance, `/payments/${due.id}/attest`));
    const file = await madeFile(medel, finance, [due.id]);
    expect(file).toMatchObject({ controlSum: 500_000, lines: [{ amount: 500_000 }] });
    const { entries } = (await finance.get(`/recoveries/${id}/ledger`)).body;
    expect(entries.map((row: Any) => [row.act, row.amount, row.paymentId])).toEqual([
      ['claim', 300_000, null],
      ['setOff', -100_000, due.id],
      ['setOff', -200_000, due.id],
    ]);
  });

  it('of all of a payment leaves nothing to send, and goes on with the next', async () => {
    const ids = [await claimed(GRANTED), await claimed(100_000)];
    const first = (await stage.decision('approved')).payments[0];
    const second = (await stage.decision('approved')).payments[0];
    await done(setOff(ids[1]!, { amount: 100_000 }));
    await done(setOff(ids[0]!));
    const lowered = [await payment(first.id), await payment(second.id)].map((row) => row.setOff).sort();
    expect(lowered).toEqual([100_000, GRANTED]);
    for (const { id } of [first, second]) {
      const { setOff: taken } = await payment(id);
      const attested = await done(post(finance, `/payments/${id}/attest`));
      expect(attested).toMatchObject(
        taken === GRANTED
          ? { status: 'executed', toPay: 0, paymentFileId: null }
          : { status: 'attested', toPay: GRANTED - taken },
      );
    }
  });

  it('is not changed once attested, not even in the database', async () => {
    const id = (await stage.decision('approved')).payments[0].id;
    const change = (amount: number) =>
      medel.owner.query('UPDATE payments SET set_off = $2, version = version + 1 WHERE id = $1', [
        id,
        amount,
      ]);
    await expect(change(GRANTED + 1)).rejects.toThrow(/payments_set_off/);
    await done(post(finance, `/payments/${id}/attest`));
    await expect(change(1)).rejects.toThrow(/what was attested is what is sent/);
  });

  it('takes no more than is owed, and no more than is to be paid', async () => {
    const id = await claimed(GRANTED);
    const nothing = await setOff(id);
    expect([nothing.status, nothing.body.findings[0].code]).toEqual([422, 'setOffTooLarge']);
    const small = await claimed(1_000);
    await stage.decision('approved');
    for (const amount of [1_001, 0]) {
      const refused = await setOff(small, { amount });
      expect(refused.body.findings).toMatchObject([
        { code: 'setOffTooLarge', data: { owed: 1_000, coming: GRANTED } },
      ]);
    }
    expect((await setOff(small, { amount: -1 })).status).toBe(400);
    expect((await post(stage.people.beslut2, `/recoveries/${small}/set-off`)).status).toBe(403);
  });

  it("takes nothing of another recipient's payments", async () => {
    const id = await claimed(1_000);
    const { payments } = await stage.decision('approved', 'annan');
    expect((await setOff(id)).body.findings[0]).toMatchObject({
      code: 'setOffTooLarge',
      data: { coming: 0 },
    });
    expect(await payment(payments[0].id)).toMatchObject({ setOff: 0 });
    await must(post(finance, `/payments/${payments[0].id}/attest`), 200);
  });

  it('is taken back when the payment is cancelled by a revocation', async () => {
    const id = await claimed(200_000);
    coming = await stage.decision('approved');
    const before = await funds();
    await done(setOff(id));
    expect(await recovery(id)).toMatchObject({ status: 'settled' });
    await done(post(stage.people.beslut, `/decisions/${coming.id}/revoke`, stage.bodyOf('revoke')));
    expect(await payment(coming.payments[0].id)).toMatchObject({ status: 'cancelled', setOff: 0 });
    expect(await recovery(id)).toMatchObject({
      status: 'settling',
      balance: { claimed: 200_000, setOff: 0, principal: 200_000 },
    });
    expect((await funds()).returned).toBe(before.returned);
    const paid = { amount: 200_000, paidOn: TODAY, reference: 'BG 1' };
    expect(await done(post(finance, `/recoveries/${id}/register-payment`, paid))).toMatchObject({
      status: 'settled',
    });
  });

  it('is taken back when an amendment plans the payments anew, and may be made again', async () => {
    const id = await claimed(200_000);
    coming = await stage.decision('approved');
    await done(setOff(id, { amount: 150_000 }));
    const amended = await stage.amended(coming.id);
    expect(await recovery(id)).toMatchObject({
      status: 'settling',
      balance: { setOff: 0, principal: 200_000 },
    });
    const again = await done(setOff(id));
    expect(again).toMatchObject({ status: 'settled', balance: { setOff: 200_000 } });
    const { payments } = (await finance.get(`/decisions/${amended.id}`)).body;
    expect(await payment(payments[0].id)).toMatchObject({ setOff: 200_000 });
  });

  it.each(['before', 'after'])('is taken back when the payment bounces %s it was paid', async (when) => {
    const id = await claimed(200_000);
    coming = await stage.decision('approved');
    const [due] = coming.payments;
    const before = await funds();
    await done(setOff(id));
    await done(post(finance, `/payments/${due.id}/attest`));
    const file = await madeFile(medel, finance, [due.id]);
    const sent = { endToEndId: file.lines[0].endToEndId, amount: '600000.00' };
    const back = { ...sent, direction: 'CRDT' as const, reason: 'MS03' };
    const notice = camt054(when === 'after' ? [sent, back] : [back]);
    expect(outcomes(await must(upload(finance, file.id, notice), 201)).at(-1)).toBe('bounced');
    expect(await recovery(id)).toMatchObject({
      status: 'settling',
      balance: { claimed: 200_000, setOff: 0, principal: 200_000 },
    });
    const { paid, returned, committed } = before;
    expect(await funds()).toMatchObject({ paid, returned, committed });

    // All of the money is planned again, and what is owed may be set off once more.
    const again = await done(post(finance, `/payments/${due.id}/replan`));
    expect(again).toMatchObject({ amount: GRANTED, setOff: 0, toPay: GRANTED });
    expect(await done(setOff(id))).toMatchObject({ status: 'settled', balance: { setOff: 200_000 } });
    await done(post(stage.people.beslut, `/decisions/${coming.id}/revoke`, stage.bodyOf('revoke')));
    expect(await payment(again.id)).toMatchObject({ status: 'cancelled', setOff: 0 });
    expect(await recovery(id)).toMatchObject({ status: 'settling', balance: { principal: 200_000 } });
  });

  it('takes no krona twice, of a claim or of a payment', async () => {
    const one = await claimed(300_000);
    await stage.decision('approved');
    const answers = await lanes(24, () => setOff(one, { amount: 100_000 }));
    expect(tally(answers)).toEqual({ 200: 3, '409 illegalTransition': 21 });

    // 500 000 kr are left of the coming payment: two claims want more than that together.
    const [a, b] = [await claimed(400_000), await claimed(400_000)];
    const both = await lanes(16, (lane) => setOff(lane % 2 === 0 ? a : b, { amount: 100_000 }));
    expect(tally(both)['200']).toBe(5);
    const taken = (await recovery(a)).balance.setOff + (await recovery(b)).balance.setOff;
    expect(taken).toBe(500_000);
  });
});
