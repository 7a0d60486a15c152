import type { Any } from '#testing';
import { GRANTED } from './assessment.js';
import type { Walk } from './cast.js';
import { showLedger, type Money } from './money.js';
import { chapter, detail, done, table } from './page.js';
import { kr, statusOf } from './words.js';

export async function theDecision(walk: Walk, money: Money, proposal: Any): Promise<Any> {
  chapter(6, 'The decision (beslut)');
  const path = `/decisions/${proposal.id}`;
  await onlyAnotherMay(walk, path);
  const { run, years, decider, applicant } = walk;
  const approved = (await decider.post(`${path}/approve`, { key: `${run}-decide` })).is(200).shows({
    status: 'approved',
    years: years.map((year, index) => ({
      year,
      amount: GRANTED,
      status: index === 0 ? 'firm' : 'conditional',
    })),
  });
  done(
    `The decision maker (beslutsfattare) approves: ${statusOf('decision', approved.body)}, all three years in one decision.`,
  );
  showYears(approved.body);
  const ledger = await showLedger(decider, money.now);
  approved.agrees('committed', [ledger.committed, ledger.commitmentLimit.committed], [GRANTED, 2 * GRANTED]);
  (await applicant.get(path)).is(200).shows({ status: 'approved' });
  done('Now the recipient (mottagare) sees it too.');
  (await decider.post(`${path}/approve`)).refuses(
    409,
    'illegalTransition',
    'The decision maker approves once more',
  );
  return approved.body;
}

/** Preparing and deciding are two persons, and no account of the demo has both roles. */
async function onlyAnotherMay({ officer, decider, applicant }: Walk, path: string): Promise<void> {
  const offered = (await officer.get(path)).is(200).shows({ actions: [] });
  const refusal = await officer.post(`${path}/approve`);
  refusal.refuses(403, 'forbidden', 'The case officer, who prepared it, tries to approve');
  detail(
    `Nor was it offered: the case officer’s actions on it are [${offered.body.actions.join(', ')}]. Were the officer a decision maker too, the answer would be 409 fourEyes, because it is the person who counts and not the role.`,
  );
  (await applicant.get(path)).refuses(404, 'notFound', 'The recipient looks at the proposal');
  const ours = (await decider.get(path)).is(200).shows({ actions: ['approve', 'return'] });
  detail(`The decision maker is offered [${ours.body.actions.join(', ')}].`);
}

export function showYears({ years }: Any): void {
  table(
    years.map((row: Any) => [String(row.year), kr(row.amount), statusOf('decisionYear', row)]),
    'left',
  );
}
