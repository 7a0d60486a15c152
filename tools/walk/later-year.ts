import type { Any } from '#testing';
import { GRANTED } from './assessment.js';
import type { Walk } from './cast.js';
import { showYears } from './decision.js';
import { LIMIT, showLedger, type Money } from './money.js';
import { chapter, detail, done } from './page.js';
import { kr } from './words.js';

const REASON = 'Demo: regeringen har inte anvisat några medel för året.';

export async function theLaterYears(walk: Walk, money: Money, decision: Any): Promise<void> {
  chapter(8, 'The later years: one is confirmed, one lapses (ett år blir fast, ett förfaller)');
  await confirm(walk, money, decision);
  await lapse(walk, money, decision);
}

async function confirm({ years, decider }: Walk, money: Money, decision: Any): Promise<void> {
  const [, next, last] = years;
  const path = `/decisions/${decision.id}/confirm-year`;
  const confirmed = (await decider.post(path, { body: { year: next } }))
    .is(200)
    .shows({ years: [{ status: 'firm' }, { status: 'firm' }, { status: 'conditional' }] });
  done(`${next} has its appropriation, so the decision maker confirms it with one act:`);
  showYears(confirmed.body);
  detail(
    'The promise leaves the commitment limit of the first appropriation for the appropriation of its own year:',
  );
  const earlier = await showLedger(decider, money.now);
  confirmed.agrees('the limit’s commitments', earlier.commitmentLimit.committed, GRANTED);
  const own = await showLedger(decider, money.next);
  confirmed.agrees(`committed of ${next}`, own.committed, GRANTED);
  (await decider.post(path, { body: { year: last } }))
    .refuses(422, 'rulesNotMet', `The decision maker tries ${last} too`)
    .finding('yearNotAppropriated');
}

async function lapse({ years, decider, applicant }: Walk, money: Money, decision: Any): Promise<void> {
  const [first, , last] = years;
  const path = `/decisions/${decision.id}/lapse-year`;
  (await decider.post(path, { body: { year: last, reason: '' } })).refuses(
    400,
    'invalid',
    `No money comes for ${last}. The decision maker lets it lapse without saying why`,
  );
  (await decider.post(path, { body: { year: first, reason: REASON } })).refuses(
    409,
    'illegalTransition',
    `And by mistake lets ${first} lapse, which is paid`,
  );
  const lapsed = (await decider.post(path, { body: { year: last, reason: REASON } }))
    .is(200)
    .shows({ years: [{ status: 'firm' }, { status: 'firm' }, { status: 'lapsed', lapseReason: REASON }] });
  done(`With its reason ${last} lapses (förfaller): «${REASON}» Its payment and its report are called off:`);
  showYears(lapsed.body);
  const cancelled = lapsed.body.payments.filter(({ year }: Any) => year === last);
  lapsed.agrees(
    'its payments',
    cancelled.map(({ status }: Any) => status),
    ['cancelled'],
  );
  (await applicant.get(`/decisions/${decision.id}`))
    .is(200)
    .shows({ years: [{}, {}, { status: 'lapsed', lapseReason: REASON }] });
  detail(`The recipient reads the same reason. And the ${kr(GRANTED)} are free again in the limit:`);
  const { commitmentLimit } = await showLedger(decider, money.now);
  lapsed.agrees('the limit', [commitmentLimit.committed, commitmentLimit.available], [0, LIMIT]);
}
