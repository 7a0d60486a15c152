import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PaymentService } from '#core/payments';
import { Medel, type Any } from '#testing';
import { expectProblem, findingsOf } from './problem.js';
import { anotherAccount, must, Stage, YEAR } from './stage.js';
import { SYSTEM } from '#core/access';

let medel: Medel;
let stage: Stage;
beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel);
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

const finance = () => stage.people.ekonomi;
const payment = async (id: string): Promise<Any> => (await finance().get(`/payments/${id}`)).body;
const act = (id: string, action: string, body?: unknown) =>
  finance().post(`/payments/${id}/${action}`, { body });
const judge = (id: string, body: object) =>
  stage.people.handlaggare2.post(`/decisions/${id}/judge-condition`, { body });

/** An approved decision with conditions and instalments. */
async function approved(changes: object): Promise<Any> {
  const { handlaggare, beslut } = stage.people;
  const application = await stage.application('underAssessment');
  const proposal = { body: stage.proposal(changes) };
  const made = await must(handlaggare.post(`/applications/${application}/decision-proposals`, proposal), 201);
  return (await must(beslut.post(`/decisions/${made.body.id}/approve`), 200)).body;
}

describe('an officer', () => {
  it('withholds a due payment with a reason, and releases it with another', async () => {
    const { payments } = await stage.decision('approved');
    const { id } = payments[0];
    expect((await payment(id)).actions).toEqual(['attest', 'withhold']);
    const held = await must(act(id, 'withhold', { reason: 'Demo: frågor till mottagaren' }), 200);
    expect(held.body).toMatchObject({
      status: 'withheld',
      withheldReason: { kind: 'officer', reason: 'Demo: frågor till mottagaren' },
      actions: ['release'],
    });
    expectProblem(await act(id, 'attest'), 409, 'illegalTransition');
    // The clock does not release what a person withheld.
    await medel.api.get(PaymentService, { strict: false }).advance(SYSTEM, held.body.decisionId);
    expect((await payment(id)).status).toBe('withheld');
    const released = await must(act(id, 'release', { reason: 'Demo: besvarat' }), 200);
    expect(released.body).toMatchObject({ status: 'due', withheldReason: null });
    const { items } = (await finance().get(`/audit-events?subject=${id}&sort=-at`)).body;
    expect(items.slice(0, 2).map(({ action, data }: Any) => [action, data.reason])).toEqual([
      ['release', 'Demo: besvarat'],
      ['withhold', 'Demo: frågor till mottagaren'],
    ]);
    expectProblem(await act(id, 'withhold', {}), 400, 'invalid');
  });

  it('is a finance officer without an interest', async () => {
    const application = await stage.application('proposed');
    const other = await anotherAccount(medel, 'revisor', ['financeOfficer']);
    await must(
      other.post(`/applications/${application}/declare-conflict-of-interest`, {
        body: { interest: 'possible', note: 'Demo' },
      }),
      200,
    );
    const { beslut } = stage.people;
    const found = (await beslut.get(`/decisions?applicationId=${application}`)).body.items[0].id;
    const { payments } = (await must(beslut.post(`/decisions/${found}/approve`), 200)).body;
    const { id } = payments[0];
    const reason = { body: { reason: 'Demo' } };
    for (const name of ['handlaggare', 'beslut', 'revisor', 'firmatecknare.1275'] as const)
      expectProblem(await stage.people[name].post(`/payments/${id}/withhold`, reason), 403, 'forbidden');
    expectProblem(await other.post(`/payments/${id}/withhold`, reason), 409, 'conflictOfInterest');
  });
});

describe('a report that is not approved', () => {
  it('withholds what was to be paid after it, and lets it go when it is', async () => {
    const {
      id: decisionId,
      payments,
      reports,
    } = await approved({
      instalments: [
        { year: YEAR, share: 0.5 },
        { year: YEAR, share: 0.5 },
      ],
      reportsDue: [{ kind: 'final', year: YEAR, dueOn: `${YEAR}-01-16` }],
    });
    const held = payments.filter(({ payOn }: Any) => payOn > `${YEAR}-01-16`);
    expect(held.length).toBeGreaterThan(0);
    for (const { id } of held) {
      const { status, withheldReason, actions } = await payment(id);
      expect([status, withheldReason]).toEqual([
        'withheld',
        { kind: 'report', reportId: reports[0].id, dueOn: `${YEAR}-01-16` },
      ]);
      expect(actions).toEqual([]);
      const refused = await act(id, 'release', { reason: 'Demo' });
      expectProblem(refused, 422, 'rulesNotMet');
      expect(findingsOf(refused)).toEqual(['heldBackByReport']);
    }
    await stage.handIn(reports[0].id);
    await must(stage.people.handlaggare2.post(`/reports/${reports[0].id}/approve`), 200);
    for (const { id } of held)
      expect(await payment(id)).toMatchObject({ status: 'due', withheldReason: null });
    expect((await finance().get(`/payments?decisionId=${decisionId}&status=withheld`)).body.total).toBe(0);
  });
});

describe('a condition', () => {
  it('that is not met withholds, is told, and lets go when it is met', async () => {
    const { id, payments, actions } = await approved({ conditions: ['Demo: avtal', 'Demo: samråd'] });
    expect(actions).not.toContain('approve');
    const [{ id: paymentId }] = payments;
    expect((await payment(paymentId)).status).toBe('due');
    const said = await must(
      judge(id, { condition: 2, outcome: 'notMet', motive: 'Demo: inget samråd än' }),
      200,
    );
    expect(said.body.conditionJudgements).toMatchObject([{ condition: 2, outcome: 'notMet' }]);
    const reason = { kind: 'condition', condition: 2, motive: 'Demo: inget samråd än' };
    expect(await payment(paymentId)).toMatchObject({
      status: 'withheld',
      withheldReason: reason,
      actions: [],
    });
    expect(findingsOf(await act(paymentId, 'release', { reason: 'Demo' }))).toEqual(['heldBackByCondition']);
    await must(judge(id, { condition: 2, outcome: 'met', motive: 'Demo: samråd hållet' }), 200);
    expect(await payment(paymentId)).toMatchObject({ status: 'due', withheldReason: null });
  });

  it('that falls after the attest keeps the payment out of a file', async () => {
    const { id, payments } = await approved({ conditions: ['Demo: avtal'] });
    await must(act(payments[0].id, 'attest'), 200);
    await must(judge(id, { condition: 1, outcome: 'notMet', motive: 'Demo: avtalet uppsagt' }), 200);
    const refused = await finance().post('/payment-files', { body: { paymentIds: [payments[0].id] } });
    expectProblem(refused, 422, 'rulesNotMet');
    expect(findingsOf(refused)).toEqual(['heldBackByCondition']);
  });

  it('that the decision does not have cannot be judged', async () => {
    const { id } = await approved({ conditions: ['Demo: avtal'] });
    const word = { outcome: 'met', motive: 'Demo' };
    expect(findingsOf(await judge(id, { condition: 2, ...word }))).toEqual(['condition unknownCondition']);
    expect(findingsOf(await judge(id, { condition: 0, ...word }))).toEqual(['condition notWholeNumber']);
    const other = await stage.people['firmatecknare.1275'].post(`/decisions/${id}/judge-condition`, {
      body: { condition: 1, ...word },
    });
    expectProblem(other, 403, 'forbidden');
  });
});
