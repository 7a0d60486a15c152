import type { Any } from '#testing';
import { GRANTED } from './assessment.js';
import type { Walk } from './cast.js';
import { showYears } from './decision.js';
import { APPROPRIATED, showLedger, type Money } from './money.js';
import { chapter, detail, done, table } from './page.js';
import { kr, statusOf } from './words.js';

/** Of the next year, after the amendment. */
export const LOWERED = 600_000;
const NEW_CONDITION = 'Demo: lokalen hålls öppen varje kväll.';

export async function theAmendment(walk: Walk, money: Money, decision: Any): Promise<Any> {
  chapter(9, 'The amendment (ändringsbeslut)');
  const [first, next] = walk.years;
  const { officer } = walk;
  const path = `/decisions/${decision.id}/amend`;
  const reasons = 'Demo: kommunen har fått en lokal utan hyra och begär mindre.';
  const amend = (years: object[], more: object = {}) =>
    officer.post(path, { body: { years, reasons, requestedBy: 'recipient', ...more } });
  (await amend([{ year: first, amount: GRANTED - 100_000 }]))
    .refuses(422, 'rulesNotMet', `The case officer proposes to lower ${first}, all of which is paid`)
    .finding('belowPaid');
  const conditions = [...decision.conditions, NEW_CONDITION];
  const proposed = (await amend([{ year: next, amount: LOWERED }], { conditions }))
    .is(201)
    .shows({ status: 'proposed', amendsId: decision.id, requestedBy: 'recipient' });
  done(
    `At the recipient’s request the case officer proposes ${kr(LOWERED)} for ${next} and one more condition. ${statusOf('decision', proposed.body)}; the decision stands until somebody else has approved this. The difference:`,
  );
  showDifference(walk, proposed);
  return approve(walk, money, decision, proposed.body);
}

/** The difference that the system shows, held against the sums that the walk knows. */
function showDifference({ years }: Walk, proposed: Any): void {
  const { difference } = proposed.body;
  const row = (name: string, { before, after, change }: Any) => {
    proposed.agrees(`${name}: change`, change, after - before);
    return [
      name,
      kr(before),
      '→',
      kr(after),
      change === 0 ? '' : `${change > 0 ? '+' : '−'}${kr(Math.abs(change))}`,
    ];
  };
  table([
    ...difference.years.map((each: Any) => row(String(each.year), each)),
    row('in all', difference.total),
  ]);
  for (const condition of difference.conditions.added) detail(`+ «${condition}»`);
  proposed.shows({
    difference: {
      years: [
        { year: years[0], before: GRANTED, after: GRANTED },
        { year: years[1], before: GRANTED, after: LOWERED, change: LOWERED - GRANTED },
      ],
      conditions: { added: [NEW_CONDITION], removed: [] },
      plan: false,
    },
  });
}

async function approve(walk: Walk, money: Money, decision: Any, { id }: Any): Promise<Any> {
  const { run, years, officer, decider, applicant } = walk;
  const path = `/decisions/${id}/approve`;
  (await officer.post(path)).refuses(
    403,
    'forbidden',
    'The case officer, who prepared it, tries to approve it',
  );
  const approved = (await decider.post(path, { key: `${run}-amend` })).is(200).shows({ status: 'approved' });
  done('The decision maker approves the amendment: four eyes (fyra ögon), as the first time.');
  showYears(approved.body);
  const earlier = (await applicant.get(`/decisions/${decision.id}`))
    .is(200)
    .shows({ status: 'superseded', supersededById: id });
  detail(
    `The recipient finds the earlier decision as ${statusOf('decision', earlier.body)}, with a pointer to this one. What was paid stays paid; what is to come is planned anew:`,
  );
  table(
    approved.body.payments.map((each: Any) => [
      `${each.year}, instalment ${each.instalment}`,
      kr(each.amount),
      each.payOn,
      statusOf('payment', each),
    ]),
    'left',
  );
  detail(`The ${kr(GRANTED - LOWERED)} are free in the same moment:`);
  const ledger = await showLedger(decider, money.next);
  approved.agrees(
    `committed and available of ${years[1]}`,
    [ledger.committed, ledger.available],
    [LOWERED, APPROPRIATED - LOWERED],
  );
  return approved.body;
}
