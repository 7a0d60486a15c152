import type { Any } from '#testing';
import { GRANTED } from './assessment.js';
import type { Walk } from './cast.js';
import { chapter, detail, done, table } from './page.js';
import { kr, statusOf } from './words.js';

export async function thePayments({ run, finance, decider }: Walk, decision: Any): Promise<void> {
  chapter(7, 'The payments (utbetalningar)');
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
  planned.agrees('something is due', due.length > 0, true);
  const path = `/payments/${due[0].id}/attest`;
  (await decider.post(path)).refuses(403, 'forbidden', 'The decision maker tries to attest as well');
  for (const { id, amount, year, instalment } of due) {
    const attested = (await finance.post(`/payments/${id}/attest`, { key: `${run}-${id}` }))
      .is(200)
      .shows({ status: 'attested', actions: [] });
    done(
      `The finance officer, the third person, attests (attesterar) ${kr(amount)}, instalment ${instalment} of ${year}: ${statusOf('payment', attested.body)}.`,
    );
  }
  (await finance.post(path)).refuses(409, 'illegalTransition', 'And attests the first once more');
}
