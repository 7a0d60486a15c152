import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkPaymentFile } from '#domain/payments/bank/check-payment-file';
import { parseXml } from '#platform/xml';
import { Medel, tally, type Any } from '#testing';
import { camt054, madeFile, outcomes, pain002, upload, whenReady } from './bank.js';
import { findingsOf, expectProblem } from './problem.js';
import { must, NOWHERE, Stage, YEAR } from './stage.js';

const AMOUNT = 800_000;

let medel: Medel;
let stage: Stage;
beforeAll(async () => {
  medel = await Medel.start({ worker: true });
  stage = await Stage.set(medel);
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

const finance = () => stage.people.ekonomi;
const payment = async (id: string): Promise<Any> => (await finance().get(`/payments/${id}`)).body;
const order = (paymentIds: unknown) => finance().post('/payment-files', { body: { paymentIds } });

/** The id of a payment that the decision's one instalment is, attested. */
async function attested(organisation: '1275' | 'annan' = '1275'): Promise<string> {
  const { payments } = await stage.decision('approved', organisation);
  await must(finance().post(`/payments/${payments[0].id}/attest`), 200);
  return payments[0].id;
}
const paid = async (): Promise<Any> => {
  const { items } = (await finance().get(`/appropriations?year=${YEAR}`)).body;
  const { paid: sum, committed } = items.find(({ code }: Any) => code === stage.code);
  return { paid: sum, committed };
};

describe('a payment file', () => {
  it('is ordered, made by the worker, and what a bank takes', async () => {
    const ids = [await attested(), await attested()];
    const ordered = await must(order(ids), 202);
    expect(ordered.headers.get('location')).toBe(`/api/v1/payment-files/${ordered.body.id}`);
    expect(ordered.body).toMatchObject({ paymentCount: 2, controlSum: 2 * AMOUNT });
    const file = await whenReady(medel, finance(), ordered.body.id);
    const xml = await finance().get<string>(`/payment-files/${file.id}.xml`);
    expect(xml.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(xml.headers.get('content-disposition')).toBe(
      `attachment; filename="pain.001-${file.messageId}.xml"`,
    );
    expect(createHash('sha256').update(xml.body).digest('hex')).toBe(file.sha256);
    expect(Buffer.byteLength(xml.body)).toBe(file.size);
    const today = new Date().toISOString().slice(0, 10);
    expect(checkPaymentFile(parseXml(Buffer.from(xml.body)), { today })).toEqual([]);
    expect(xml.body).toContain(`<CtrlSum>${2 * AMOUNT}.00</CtrlSum>`);
    for (const id of ids) {
      expect(xml.body.split(`<EndToEndId>${id.replaceAll('-', '')}</EndToEndId>`)).toHaveLength(2);
      expect(await payment(id)).toMatchObject({
        status: 'sent',
        paymentFileId: file.id,
        toPay: AMOUNT,
        setOff: 0,
      });
    }
    expect(file.lines.map(({ paymentId }: Any) => paymentId)).toEqual(ids);
    expect((await finance().get('/payment-files')).body.items.map(({ id }: Any) => id)).toContain(file.id);
  });

  it('has a payment once: whoever orders it again is told', async () => {
    const id = await attested();
    const first = await must(order([id]), 202);
    const again = await order([id]);
    expectProblem(again, 409, 'conflict');
    expect(again.body.findings).toMatchObject([
      { code: 'paymentInFile', data: { paymentId: id, paymentFileId: first.body.id } },
    ]);
  });

  it('takes each of two orders at once, and the payment once', async () => {
    const [both, other, third] = [await attested(), await attested(), await attested()];
    const answers = await Promise.all([order([both, other]), order([third, both])]);
    expect(tally(answers)).toEqual({ 202: 1, '409 conflict': 1 });
    const { rows } = await medel.owner.query(
      'SELECT count(*)::integer AS n FROM payment_file_lines WHERE payment_id = $1',
      [both],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('acts once for a key', async () => {
    const id = await attested();
    const ask = () => finance().post('/payment-files', { body: { paymentIds: [id] }, key: `file-${id}` });
    const [first, second] = [await ask(), await ask()];
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(second.body.id).toBe(first.body.id);
  });

  it('tells everything that is wrong with an order', async () => {
    const due = (await stage.decision('approved')).payments[0].id;
    const id = await attested();
    for (const [wrong, finding] of [
      [[], 'paymentIds tooFew'],
      [['x'], 'paymentIds notId'],
      ['x', 'paymentIds notList'],
      [[id, id.toUpperCase()], 'paymentIds[1] duplicate'],
      [[id, NOWHERE], 'paymentIds[1] unknownPayment'],
      [Array.from({ length: 1_001 }, () => NOWHERE), 'paymentIds tooMany'],
    ] as const) {
      const answer = await order(wrong);
      expectProblem(answer, 400, 'invalid');
      expect(findingsOf(answer)).toContain(finding);
    }
    const answer = await order([due, id]);
    expectProblem(answer, 409, 'conflict');
    expect(answer.body.findings).toMatchObject([
      { code: 'paymentNotAttested', data: { paymentId: due, status: 'due' } },
    ]);
    const missing = await order([id, await attested('annan')]);
    expectProblem(missing, 422, 'rulesNotMet');
    expect(findingsOf(missing)).toEqual(['payeeAccountMissing']);
  });

  it('is not ordered by who has an interest in a case of it: every such payment is told', async () => {
    const ids = [await attested(), await attested(), await attested()];
    const declare = async (id: string, interest: string) => {
      const { applicationId } = (await finance().get(`/decisions/${(await payment(id)).decisionId}`)).body;
      const path = `/applications/${applicationId}/declare-conflict-of-interest`;
      await must(finance().post(path, { body: { interest, note: 'Demo' } }), 200);
    };
    for (const id of [ids[0]!, ids[2]!]) await declare(id, 'possible');
    const answer = await order(ids);
    expectProblem(answer, 409, 'conflictOfInterest');
    expect(answer.body.findings).toMatchObject(
      [ids[0], ids[2]].map((paymentId) => ({ code: 'paymentOfInterest', data: { paymentId } })),
    );
    for (const id of [ids[0]!, ids[2]!]) await declare(id, 'none');
    await must(order(ids), 202);
  });

  it('never changes, whoever asks', async () => {
    const file = await madeFile(medel, finance(), [await attested()]);
    const change = (set: string) =>
      medel.owner.query(`UPDATE payment_files SET ${set} WHERE id = '${file.id}'`).then(
        () => 'changed',
        (error: Error) => error.message,
      );
    expect(await change(`content = 'x', sha256 = encode(sha256('x'), 'hex')`)).toContain('never changes');
    expect(await change('control_sum = 1')).toContain('never changes');
    expect(await change(`sha256 = repeat('0', 64)`)).toContain('never changes');
  });
});

describe('what the bank says', () => {
  it('executes what left, and says what each row came to', async () => {
    const [one, two, three] = [await attested(), await attested(), await attested()];
    const file = await madeFile(medel, finance(), [one, two, three]);
    const before = await paid();
    const id = (of: string) => of.replaceAll('-', '');
    const notice = camt054([
      { endToEndId: id(one), amount: '800000.00' },
      { endToEndId: id(two), amount: '800001.00' },
      { endToEndId: 'NOTOURS', amount: '5.00' },
      { amount: '6.00' },
      { endToEndId: id(three), amount: '800000', currency: 'EUR' },
      { endToEndId: id(three), amount: '800000', status: 'PDNG' },
      { endToEndId: id(one), amount: '800000.00' },
    ]);
    const told = await must(upload(finance(), file.id, notice), 201);
    expect(outcomes(told)).toEqual([
      'executed',
      'amountDiffers',
      'unknownReference',
      'unknownReference',
      'currencyDiffers',
      'pending',
      'alreadyExecuted',
    ]);
    expect(told.body.rows[1]).toMatchObject({ paymentId: two, amount: '800001.00', expected: AMOUNT });
    expect(told.body.outcomes).toMatchObject({ executed: 1, unknownReference: 2 });
    expect(await payment(one)).toMatchObject({ status: 'executed', executedOn: expect.any(String) });
    expect(await payment(two)).toMatchObject({ status: 'sent', executedOn: null });
    expect(await paid()).toEqual({ paid: before.paid + AMOUNT, committed: before.committed });

    const { rows } = await medel.owner.query(
      `SELECT data->>'sha256' AS sha256 FROM audit_events WHERE subject_id = $1 AND action = 'register-settlement'`,
      [file.id],
    );
    expect(rows).toEqual([{ sha256: createHash('sha256').update(notice).digest('hex') }]);

    const again = await must(upload(finance(), file.id, notice), 201);
    expect(again.body).toEqual(told.body);
    const other = await must(upload(finance(), file.id, `${notice}\n`), 201);
    expect(outcomes(other)[0]).toBe('alreadyExecuted');
    expect(await paid()).toEqual({ paid: before.paid + AMOUNT, committed: before.committed });
    const shown = (await finance().get(`/payment-files/${file.id}`)).body;
    expect(shown.settlements).toHaveLength(2);
    expect(shown.payments).toEqual({ attested: 0, sent: 2, executed: 1, bounced: 0 });
    const kept = await finance().get(`/payment-files/${file.id}/settlements/${told.body.id}`);
    expect(kept.body).toEqual(told.body);
    await medel.expectCoherent();
  });

  it('sends a payment of another file nowhere', async () => {
    const [one, two] = [await attested(), await attested()];
    const [first, second] = [
      await madeFile(medel, finance(), [one]),
      await madeFile(medel, finance(), [two]),
    ];
    const notice = camt054([{ endToEndId: second.lines[0].endToEndId, amount: '800000.00' }]);
    expect(outcomes(await must(upload(finance(), first.id, notice), 201))).toEqual(['otherFile']);
    expect(await payment(two)).toMatchObject({ status: 'sent' });
    const report = await upload(finance(), first.id, pain002(second.messageId, []));
    expectProblem(report, 422, 'rulesNotMet');
    expect(findingsOf(report)).toEqual(['settlementOfOtherFile']);
  });

  it('acts once where two tell the same at once', async () => {
    const id = await attested();
    const file = await madeFile(medel, finance(), [id]);
    const before = await paid();
    const notice = (messageId: string) =>
      camt054([{ endToEndId: file.lines[0].endToEndId, amount: '800000.00' }], { messageId });
    const answers = await Promise.all(
      ['A', 'B', 'A', 'C', 'B', 'A'].map((name) => upload(finance(), file.id, notice(name))),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
    expect((await paid()).paid).toBe(before.paid + AMOUNT);
    expect((await finance().get(`/payment-files/${file.id}`)).body.settlements).toHaveLength(3);
  });

  it('turns a whole file away', async () => {
    const ids = [await attested(), await attested()];
    const file = await madeFile(medel, finance(), ids);
    const told = await must(upload(finance(), file.id, pain002(file.messageId, [])), 201);
    expect(outcomes(told)).toEqual(['bounced', 'bounced']);
    expect(await payment(ids[0]!)).toMatchObject({ status: 'bounced', bounce: { code: 'FF01' } });
    // The file was at fault and not the account: planned again, the payment goes to the same.
    const again = (await must(finance().post(`/payments/${ids[0]}/replan`), 200)).body;
    await must(finance().post(`/payments/${again.id}/attest`), 200);
    const second = await madeFile(medel, finance(), [again.id]);
    const settled = camt054([{ endToEndId: second.lines[0].endToEndId, amount: '800000.00' }]);
    expect(outcomes(await must(upload(finance(), second.id, settled), 201))).toEqual(['executed']);
    expect(await payment(ids[0]!)).toMatchObject({ status: 'bounced', replacedBy: again.id, actions: [] });
  });

  it('takes back what it had paid', async () => {
    const id = await attested();
    const file = await madeFile(medel, finance(), [id]);
    const before = await paid();
    const { endToEndId } = file.lines[0];
    const left = { endToEndId, amount: '800000.00' };
    await must(upload(finance(), file.id, camt054([left])), 201);
    const back = camt054([left, { ...left, direction: 'CRDT', reason: 'AC06' }]);
    expect(outcomes(await must(upload(finance(), file.id, back), 201))).toEqual([
      'alreadyExecuted',
      'bounced',
    ]);
    expect(await payment(id)).toMatchObject({ status: 'bounced', bounce: { code: 'AC06' } });
    expect(await paid()).toEqual(before);
    expectProblem(await finance().post(`/payments/${NOWHERE}/replan`), 404, 'notFound');
  });

  it('leaves alone what is demanded back: the money that came pays the claim', async () => {
    const id = await attested();
    const file = await madeFile(medel, finance(), [id]);
    const left = { endToEndId: file.lines[0].endToEndId, amount: '800000.00' };
    await must(upload(finance(), file.id, camt054([left])), 201);
    const { decisionId } = await payment(id);
    const claim = { grounds: 'conditionNotMet', amount: 1, reasons: 'Demo' };
    const path = `/decisions/${decisionId}/recoveries`;
    const made = await must(stage.people.handlaggare.post(path, { body: claim }), 201);
    const before = await paid();
    const back = (messageId: string) =>
      camt054([{ ...left, direction: 'CRDT', reason: 'MS03' }], { messageId });
    expect(outcomes(await must(upload(finance(), file.id, back('A')), 201))).toEqual(['demandedBack']);
    expect(await payment(id)).toMatchObject({ status: 'executed', bounce: null });
    expect(await paid()).toEqual(before);
    await medel.expectCoherent();

    // A claim that is dropped stands in nobody's way, where the bank tells it again.
    const dropped = stage.people.beslut.post(`/recoveries/${made.body.id}/drop`, {
      body: { reasons: 'Demo' },
    });
    await must(dropped, 200);
    expect(outcomes(await must(upload(finance(), file.id, back('B')), 201))).toEqual(['bounced']);
    expect(await paid()).toEqual({ paid: before.paid - AMOUNT, committed: before.committed });
  });
});
