import type { Any } from '#testing';
import type { Answer } from './answer.js';
import { GRANTED } from './assessment.js';
import type { Walk } from './cast.js';
import { showLedger, type Money } from './money.js';
import { chapter, detail, done, table } from './page.js';
import { hearFromBank, payOut, sendToBank, showOutcomes, type SentFile } from './payment-file.js';
import type { SavedFile } from './saved-file.js';
import { kr, statusOf } from './words.js';

/** ISO 20022: the bank gives no reason, so that nothing is wrong with the account. */
const UNEXPLAINED = 'MS03';

export async function thePayments(walk: Walk, money: Money, decision: Any): Promise<SavedFile[]> {
  chapter(7, 'The payments (utbetalningar), there and back');
  const due = await showPlan(walk, decision);
  const attested = await attest(walk, due);
  const first = await sendToBank(walk, attested, 1);
  await sendTwice(walk, attested);
  await misread(walk, first, attested);
  await bounce(walk, money, first, attested);
  const second = await payAgain(walk, money, attested);
  return [first.saved, second.saved];
}

async function showPlan({ finance }: Walk, decision: Any): Promise<Any> {
  const planned = (await finance.get(`/payments?decisionId=${decision.id}&limit=200`)).is(200);
  const payments: Any[] = planned.body.items;
  for (const year of decision.years) {
    const sum = payments
      .filter((each) => each.year === year.year)
      .reduce((total, each) => total + each.amount, 0);
    planned.agrees(`the payments of ${year.year}`, sum, GRANTED);
  }
  done(`The decision made the payment plan, each year’s payments adding up to its ${kr(GRANTED)}:`);
  table(
    payments.map((each) => [
      `${each.year}, instalment ${each.instalment}`,
      kr(each.amount),
      each.payOn,
      statusOf('payment', each),
    ]),
    'left',
  );
  detail('A payment waits until its year is firm, and falls due for attest 60 days before its day.');
  const due = payments.filter((each) => each.status === 'due');
  planned.agrees('what is due', due.length, 1);
  return due[0];
}

async function attest({ run, finance, decider }: Walk, { id, amount, year }: Any): Promise<Any> {
  const path = `/payments/${id}/attest`;
  (await decider.post(path)).refuses(403, 'forbidden', 'The decision maker tries to attest as well');
  (await finance.post('/payment-files', { body: { paymentIds: [id] } }))
    .refuses(409, 'conflict', 'The finance officer orders a file with it before it is attested')
    .finding('paymentNotAttested');
  const attested = (await finance.post(path, { key: `${run}-${id}` }))
    .is(200)
    .shows({ status: 'attested', actions: [], toPay: amount });
  done(
    `The finance officer, the third person, attests (attesterar) ${kr(amount)} of ${year}: ${statusOf('payment', attested.body)}.`,
  );
  (await finance.post(path)).refuses(409, 'illegalTransition', 'And attests it once more');
  return attested.body;
}

async function sendTwice({ finance }: Walk, { id }: Any): Promise<void> {
  (await finance.post('/payment-files', { body: { paymentIds: [id] } }))
    .refuses(409, 'conflict', 'The finance officer orders another file with the same payment')
    .finding('paymentInFile');
}

/** A wrong turn of the bank: a sum that differs by a krona, and a reference that nobody has sent. */
async function misread(walk: Walk, sent: SentFile, { id, endToEndId, amount }: Any): Promise<void> {
  const told = await hearFromBank(
    walk,
    sent,
    [
      { endToEndId, amount: amount + 1, direction: 'DBIT' },
      { endToEndId: 'NOT-OURS', amount, direction: 'DBIT' },
    ],
    'camt.054-misread.xml',
  );
  told.shows({ rows: [{ outcome: 'amountDiffers', expected: amount }, { outcome: 'unknownReference' }] });
  done('A notice (camt.054) comes with a sum that is a krona off and a reference that nobody sent:');
  showOutcomes(told);
  const payment = (await walk.finance.get(`/payments/${id}`)).is(200).shows({ status: 'sent' });
  detail(
    `Each row is told of and changes nothing: the payment is still ${statusOf('payment', payment.body)}.`,
  );
}

async function bounce(walk: Walk, money: Money, sent: SentFile, payment: Any): Promise<void> {
  const { endToEndId, amount } = payment;
  const left = [{ endToEndId, amount, direction: 'DBIT' as const }];
  const told = await hearFromBank(walk, sent, left, 'camt.054-1.xml');
  told.shows({ rows: [{ outcome: 'executed' }] });
  done('The right notice comes: the money left. It is in the books in the same moment:');
  const paid = await showLedger(walk.finance, money.now);
  told.agrees('paid', paid.paid, amount);

  const again = await hearFromBank(walk, sent, left, 'camt.054-1.xml');
  again.agrees('the answer', again.body, told.body);
  again.agrees('paid', await paidOf(walk, money), amount);
  done('The same notice again, as when two people hand it in: the same answer, and paid once.');

  const back = await hearFromBank(
    walk,
    sent,
    [{ endToEndId, amount, direction: 'CRDT', reason: UNEXPLAINED }],
    'camt.054-bounce.xml',
  );
  back.shows({ rows: [{ outcome: 'bounced', reason: { code: UNEXPLAINED } }] });
  const bounced = (await walk.finance.get(`/payments/${payment.id}`))
    .is(200)
    .shows({ status: 'bounced', bounce: { code: UNEXPLAINED }, actions: ['replan'] });
  back.agrees('paid', await paidOf(walk, money), 0);
  done(
    `Then the bank gives the money back (retur), reason ${UNEXPLAINED}: ${statusOf('payment', bounced.body)}. Nothing is paid any more; the sum is still bound for the recipient.`,
  );
}

async function payAgain(walk: Walk, money: Money, { id, amount, year }: Any): Promise<SentFile> {
  const { finance } = walk;
  const replanned = (await finance.post(`/payments/${id}/replan`)).is(200);
  replanned.shows({ status: 'due', amount, replaces: id });
  done(
    `The finance officer plans the payment again: another one of the same sum, ${statusOf('payment', replanned.body)}. What bounced stays as it was, and points to it.`,
  );
  (await finance.post(`/payments/${id}/replan`)).refuses(409, 'conflict', 'And plans it once more');
  const attested: Answer = (await finance.post(`/payments/${replanned.body.id}/attest`)).is(200);
  done(`It is attested anew, ${kr(amount)} of ${year}.`);
  const second = await payOut(walk, attested.body, 2);
  const ledger = await showLedger(finance, money.now);
  attested.agrees('paid, once', [ledger.paid, ledger.committed], [amount, amount]);
  return second;
}

async function paidOf({ finance }: Walk, money: Money): Promise<number> {
  return (await finance.get(`/appropriations/${money.now}`)).is(200).body.paid;
}
