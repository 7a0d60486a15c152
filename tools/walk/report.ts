import type { Any } from '#testing';
import { completeReport } from '../../libs/testing/src/form.js';
import type { Walk } from './cast.js';
import type { Answer } from './answer.js';
import { chapter, detail, done, item } from './page.js';
import { kr, statusOf } from './words.js';

const COSTS = 700_000;
const CO_FINANCING = 80_000;
/** Of the wording, 5 §. */
const PERCENT = 90;

/** Answers what of the payments the report does not entitle to, kronor. */
export async function theReport(walk: Walk, decision: Any): Promise<number> {
  chapter(10, 'The report (redovisning) and the settlement (slutreglering)');
  const { years, applicant, signatory, officer } = walk;
  const [year] = years;
  const list = (await applicant.get(`/reports?decisionId=${decision.id}`)).is(200).shows({
    items: [
      { year, kind: 'interim', status: 'open' },
      { year: years[1], status: 'open' },
      { year: years[2], kind: 'final', status: 'upcoming' },
    ],
  });
  const [{ id, dueOn, isOverdue }] = list.body.items;
  list.agrees('overdue', isOverdue, false);
  const path = `/reports/${id}`;
  const prefilled = (await applicant.get(path)).is(200).shows({
    costs: [{ year, kind: 'personnel', amount: 0 }],
    goals: [{ indicator: 'Besök per vecka' }],
  });
  done(
    `The recipient opens the report of ${year}, due ${dueOn}: ${statusOf('report', prefilled.body)}. It comes prefilled from the application: its activities, its goals, its kinds of costs at 0 kr.`,
  );
  (await signatory.post(`${path}/submit`)).refuses(422, 'rulesNotMet', 'The signatory signs it as it is');
  (await applicant.edit(path, completeReport({ year, costs: COSTS, coFinancing: CO_FINANCING }))).is(200);
  done(
    `The applicant fills it in: costs ${kr(COSTS)} of the planned ${kr(1_000_000)}, co-financing ${kr(CO_FINANCING)}.`,
  );
  const signed = (await signatory.post(`${path}/submit`)).is(200).shows({ status: 'submitted' });
  done(`The signatory signs: ${statusOf('report', signed.body)}.`);
  const approved = (await officer.post(`${path}/approve`)).is(200).shows({ status: 'approved' });
  done(
    `The case officer approves: ${statusOf('report', approved.body)}. That settles ${year}, and here is how:`,
  );
  return showSettlement(approved);
}

/** The arithmetic of the settlement, done here and compared with the system's. Whole kronor. */
function showSettlement(approved: Answer): number {
  const [settled] = approved.body.settlements;
  const { granted, paid, costs, coFinancing } = settled;
  const ceiling = Math.floor((costs * PERCENT) / 100);
  const entitled = Math.min(granted, ceiling);
  const used = Math.min(granted, costs - coFinancing);
  const [unused, repay, remaining] = [
    granted - used,
    Math.max(0, paid - entitled),
    Math.max(0, entitled - paid),
  ];
  const min = (a: number, b: number) => `min(${kr(a)}, ${kr(b)})`;
  const max = (a: number, b: number) => `max(0, ${kr(a)} − ${kr(b)})`;
  item('·', `entitled  = min(granted, ${PERCENT} % of costs) = ${min(granted, ceiling)} = ${kr(entitled)}`);
  item(
    '·',
    `used      = min(granted, costs − co-financing) = ${min(granted, costs - coFinancing)} = ${kr(used)}`,
  );
  item('·', `unused    = granted − used = ${kr(granted)} − ${kr(used)} = ${kr(unused)}`);
  item('·', `repay     = max(0, paid − entitled) = ${max(paid, entitled)} = ${kr(repay)}`);
  item('·', `remaining = max(0, entitled − paid) = ${max(entitled, paid)} = ${kr(remaining)}`);
  approved.shows({
    settlements: [{ costs: COSTS, coFinancing: CO_FINANCING, entitled, used, unused, repay, remaining }],
  });
  detail(
    'Worked out here from the sums of the report, and equal to the krona. Paid is what the bank has executed: what came back and was sent again counts once.',
  );
  return repay;
}
