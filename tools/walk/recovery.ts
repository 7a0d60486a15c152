import type { Any } from '#testing';
import type { Walk } from './cast.js';
import { showLedger, type Money } from './money.js';
import { chapter, detail, done, table } from './page.js';
import { payOut } from './payment-file.js';
import type { SavedFile } from './saved-file.js';
import { kr, statusOf, swedish } from './words.js';

const IN_CASH = 50_000;

export async function theRecovery(
  walk: Walk,
  money: Money,
  decision: Any,
  repay: number,
): Promise<SavedFile[]> {
  chapter(11, 'The recovery (återkrav), and the set-off (kvittning)');
  const path = await consider(walk, decision, repay);
  await hear(walk, path);
  await decide(walk, path, repay);
  const lowered = await setOff(walk, decision, path, repay);
  await payTheRest(walk, money, path, repay);
  return sendLowered(walk, lowered);
}

async function consider({ officer, applicant }: Walk, decision: Any, repay: number): Promise<string> {
  const list = (await officer.get(`/recoveries?decisionId=${decision.id}`)).is(200);
  list.shows({ items: [{ status: 'considered', grounds: 'settlement', amount: repay, balance: null }] });
  const [recovery] = list.body.items;
  const path = `/recoveries/${recovery.id}`;
  done(
    `More was paid than the report entitles to, so the settlement proposes by itself to demand ${kr(repay)} back: ${statusOf('recovery', recovery)}.`,
  );
  (await applicant.get(path)).refuses(404, 'notFound', 'The recipient looks for it before it is told of it');
  const more = { grounds: 'conditionNotMet', amount: 800_000, reasons: 'Demo: villkoret följdes inte.' };
  (await officer.post(`/decisions/${decision.id}/recoveries`, { body: more }))
    .refuses(
      422,
      'rulesNotMet',
      `The case officer wants all of it back on another ground, ${kr(more.amount)}`,
    )
    .finding('moreThanPaid');
  return path;
}

/** The recipient is heard before anything is decided (förvaltningslagen 25 §). */
async function hear({ today, officer, decider, signatory }: Walk, path: string): Promise<void> {
  const answerBy = daysAfter(today, 14);
  const notified = (await officer.post(`${path}/notify`, { body: { answerBy } }))
    .is(200)
    .shows({ status: 'notified', answerBy });
  done(
    `The case officer tells the recipient, who may answer until ${answerBy} (förvaltningslagen 25 §): ${statusOf('recovery', notified.body)}.`,
  );
  (await decider.post(`${path}/decide`, { body: {} }))
    .refuses(422, 'rulesNotMet', 'The decision maker would decide at once')
    .finding('mayStillAnswer');
  const text = 'Demo: vi delar bedömningen och vill gärna att det räknas av.';
  (await signatory.post(`${path}/answer`, { body: { text } })).is(200).shows({ answers: [{ text }] });
  done(`The signatory answers: «${text}»`);
}

async function decide({ today, officer, decider }: Walk, path: string, repay: number): Promise<void> {
  const body = { dueOn: daysAfter(today, 30) };
  (await officer.post(`${path}/decide`, { body })).refuses(
    403,
    'forbidden',
    'The case officer tries to decide it',
  );
  const decided = (await decider.post(`${path}/decide`, { body }))
    .is(200)
    .shows({ status: 'decided', balance: { claimed: repay, principal: repay, interest: 0 } });
  done(
    `The decision maker, another person, decides: ${statusOf('recovery', decided.body)}, due ${body.dueOn}. It bears no interest until then.`,
  );
}

/** Less of what is to be paid; answers the payments that were lowered. */
async function setOff({ finance }: Walk, decision: Any, path: string, repay: number): Promise<Any[]> {
  (await finance.post(`${path}/set-off`, { body: { amount: repay + 1 } }))
    .refuses(422, 'rulesNotMet', `The finance officer sets off ${kr(repay + 1)}, a krona more than is owed`)
    .finding('setOffTooLarge');
  const amount = repay - IN_CASH;
  const settling = (await finance.post(`${path}/set-off`, { body: { amount } }))
    .is(200)
    .shows({ status: 'settling', balance: { setOff: amount, principal: IN_CASH } });
  done(
    `The finance officer sets off (kvittar) ${kr(amount)} against what the recipient is to be paid first: ${statusOf('recovery', settling.body)}.`,
  );
  const { entries } = (await finance.get(`${path}/ledger`)).is(200).body;
  const taken = entries.filter(({ act }: Any) => act === 'setOff');
  settling.agrees('set off in the books', total(taken), -amount);
  const payments: Any[] = [];
  for (const { paymentId, amount: part } of taken) {
    const payment = (await finance.get(`/payments/${paymentId}`)).is(200);
    const { amount: instalment, setOff: less, toPay } = payment.body;
    payment
      .agrees('what is sent', toPay, instalment - less)
      .agrees('at least this is set off', less >= -part, true);
    payments.push(payment.body);
  }
  table([
    ['payment', 'amount', 'set off', 'to pay', '', ''],
    ...payments.map((each) => [
      each.payOn,
      kr(each.amount),
      kr(each.setOff),
      kr(each.toPay),
      statusOf('payment', each),
      each.decisionId === decision.id ? 'of this grant' : 'of another grant to the same recipient',
    ]),
  ]);
  return payments;
}

async function payTheRest(
  { run, today, finance }: Walk,
  money: Money,
  path: string,
  repay: number,
): Promise<void> {
  const pay = (amount: number) =>
    finance.post(`${path}/register-payment`, { body: { amount, paidOn: today, reference: `BG ${run}` } });
  (await pay(IN_CASH + 1))
    .refuses(422, 'rulesNotMet', `The recipient pays the rest. The finance officer writes ${kr(IN_CASH + 1)}`)
    .finding('overpayment');
  const settled = (await pay(IN_CASH))
    .is(200)
    .shows({ status: 'settled', balance: { paid: IN_CASH, principal: 0 }, actions: [] });
  done(
    `And then ${kr(IN_CASH)}, as the bank has it: ${statusOf('recovery', settled.body)}. The books of the recovery:`,
  );
  const books = (await finance.get(`${path}/ledger`)).is(200).shows({ owed: 0 });
  table(
    books.body.entries.map(({ day, act, amount, reference, paymentId }: Any) => [
      day,
      act,
      `${amount < 0 ? '−' : ''}${kr(Math.abs(amount))}`,
      reference ?? (paymentId ? 'a coming payment' : ''),
    ]),
    'left',
  );
  books.agrees('what is owed, added up here', total(books.body.entries), 0);
  detail('What came back is in the ledger of the appropriation that paid it, set off or not:');
  const ledger = await showLedger(finance, money.now);
  books.agrees('returned', ledger.returned, repay);
}

/** When its day is near, the lowered payment goes to the bank with the lower sum. */
async function sendLowered(walk: Walk, lowered: readonly Any[]): Promise<SavedFile[]> {
  const { finance } = walk;
  const due = lowered.find(({ status }) => status === 'due');
  if (!due) {
    detail(
      `The lowered payment waits for its day, ${lowered[0]?.payOn}: ${swedish('status.payment.planned')}.`,
    );
    return [];
  }
  const attested = (await finance.post(`/payments/${due.id}/attest`)).is(200);
  done(
    `The lowered payment is near its day: the finance officer attests it, ${kr(due.toPay)} of ${kr(due.amount)}.`,
  );
  // All of it was set off: nothing goes to the bank.
  if (attested.body.status === 'executed') return [];
  const sent = await payOut(walk, attested.body, 3);
  attested.agrees('what the bank was told to pay', sent.transactions[0]?.amount, due.toPay);
  return [sent.saved];
}

const total = (rows: readonly { amount: number }[]): number => rows.reduce((sum, row) => sum + row.amount, 0);

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
