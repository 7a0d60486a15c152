import type { Any } from '#testing';
import type { Walk } from './cast.js';
import { APPROPRIATED, LIMIT, showLedger, type Money } from './money.js';
import { chapter, detail, done } from './page.js';
import { kr, statusOf, swedish } from './words.js';

export const GRANTED = 800_000;

export async function theAssessment(walk: Walk, money: Money, application: Any): Promise<Any> {
  chapter(5, 'The assessment (beredning)');
  const path = `/applications/${application.id}`;
  await takeTheCase(walk, path);
  await askForMore(walk, path);
  const criteria = [{ code: 'longTerm', score: 3, motive: 'Demo: arbetet är långsiktigt.' }];
  (await walk.officer.post(`${path}/assess`, { body: { criteria } })).is(200);
  done('The case officer assesses: long-term work, 3 of 4, with a motive.');
  return propose(walk, money, path);
}

async function takeTheCase({ officer }: Walk, path: string): Promise<void> {
  const taken = (await officer.post(`${path}/start-assessment`)).is(200).shows({ status: 'underAssessment' });
  done(
    `The case officer takes the case: ${statusOf('application', taken.body)}, assigned to ${officer.name}.`,
  );
  const body = { interest: 'none' };
  (await officer.post(`${path}/declare-conflict-of-interest`, { body }))
    .is(200)
    .shows({ interestDeclarations: [{ interest: 'none' }] });
  done('And declares no conflict of interest (jäv, förvaltningslagen 16 §) before reading on.');
}

async function askForMore({ years, officer, applicant, signatory }: Walk, path: string): Promise<void> {
  const body = { items: [{ text: 'Demo: hur ofta följs målen upp?' }], dueOn: `${years[1]}-12-31` };
  const asked = (await officer.post(`${path}/request-completion`, { body }))
    .is(200)
    .shows({ status: 'completionRequested' });
  done(
    `The case officer asks for a completion (komplettering) by ${body.dueOn}: «${body.items[0]!.text}» ${statusOf('application', asked.body)}.`,
  );
  const followUp = { plan: 'Demo: besöken räknas varje dag.', evaluator: '', continuation: 'Demo' };
  (await applicant.edit(path, { followUp })).is(200);
  const completed = (await signatory.post(`${path}/complete`))
    .is(200)
    .shows({ status: 'underAssessment', submissions: [{ number: 1 }, { number: 2 }] });
  done(
    `The applicant answers and the signatory signs: ${statusOf('application', completed.body)}. Both submissions are kept.`,
  );
}

async function propose({ run, years, officer }: Walk, money: Money, path: string): Promise<Any> {
  const [, next, last] = years;
  detail('The ledger before the proposal:');
  await showLedger(officer, money.now);
  const body = {
    outcome: 'approve',
    years: years.map((each) => ({ year: each, amount: 900_000 })),
    reasons: 'Demo: villkoren är uppfyllda och arbetet är långsiktigt.',
    conditions: ['Demo: redovisa antalet besök.'],
    reportsDue: years.map((each) => ({
      kind: each === last ? 'final' : 'interim',
      year: each,
      dueOn: `${each + 1}-03-01`,
    })),
    instalments: [
      { year: next, share: 0.5 },
      { year: next, share: 0.5 },
    ],
  };
  const proposals = `${path}/decision-proposals`;
  const tooMuch = (await officer.post(proposals, { body, key: `${run}-too-much` })).refuses(
    409,
    'budgetExceeded',
    `The case officer proposes all that was asked for, ${kr(900_000)} a year`,
  );
  const { available, requested, missing } = tooMuch.body.data;
  tooMuch.agrees('missing', missing, requested - available);

  const within = { ...body, years: years.map((each) => ({ year: each, amount: GRANTED })) };
  const proposed = (await officer.post(proposals, { body: within, key: `${run}-propose` }))
    .is(201)
    .shows({ status: 'proposed', outcome: 'approve', actions: [] });
  done(
    `The case officer proposes ${swedish('decisionOutcome.approve')}: ${kr(GRANTED)} a year for three years. ${statusOf('decision', proposed.body)}. The money is held from this moment:`,
  );
  const after = await showLedger(officer, money.now);
  proposed.agrees('reserved', after.reserved, GRANTED);
  proposed.agrees('available', after.available, APPROPRIATED - GRANTED);
  proposed.agrees('limit available', after.commitmentLimit.available, LIMIT - 2 * GRANTED);
  return proposed.body;
}
