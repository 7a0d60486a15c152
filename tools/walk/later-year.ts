import type { Any } from '#testing';
import { GRANTED } from './assessment.js';
import type { Walk } from './cast.js';
import { showYears } from './decision.js';
import { showLedger, type Money } from './money.js';
import { chapter, detail, done } from './page.js';

export async function theLaterYear({ years, decider }: Walk, money: Money, decision: Any): Promise<void> {
  chapter(8, 'A later year is confirmed (villkorat år blir fast)');
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
