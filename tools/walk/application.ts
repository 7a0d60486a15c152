import type { Any } from '#testing';
import { contentOf, type Walk } from './cast.js';
import { stockholmTries } from './not-eligible.js';
import { chapter, detail, done, item } from './page.js';
import { findingLine, kr, MARKS, statusOf, type Finding } from './words.js';

export async function theApplication(walk: Walk, call: Any): Promise<Any> {
  const { applicant } = walk;
  chapter(3, 'The application (ansökan)');
  const draft = (await applicant.post('/applications', { body: { callId: call.id } }))
    .is(201)
    .shows({ status: 'draft', registryNumber: null, actions: ['edit', 'discard'] });
  const path = `/applications/${draft.body.id}`;
  done(
    `${applicant.organisation}’s applicant begins: ${statusOf('application', draft.body)}, with no registry number yet.`,
  );
  const empty = findings(await checks(applicant, path));
  const missing = empty.filter(({ code }) => code === 'partMissing').map((each) => each.path);
  detail(`The checks already tell of ${empty.length} rules and parts. Missing: ${missing.join(', ')}.`);

  await askForTooMuch(walk, path);
  await stockholmTries(walk, call);
  await writeItRight(walk, path);
  await editInTwoTabs(walk, path);
  return sign(walk, path);
}

async function askForTooMuch(walk: Walk, path: string): Promise<void> {
  const { years, applicant, signatory } = walk;
  const greedy = {
    ...contentOf(walk),
    requested: years.map((year) => ({ year, amount: 950_000 })),
    coFinancing: years.map((year) => ({ year, source: 'own', funder: '', amount: 50_000 })),
  };
  (await applicant.edit(path, greedy)).is(200);
  done(
    `The applicant fills in everything: costs of ${kr(1_000_000)} a year, ${kr(950_000)} of it from the grant.`,
  );
  const refusal = (await signatory.post(`${path}/submit`)).refuses(422, 'rulesNotMet', 'The signatory signs');
  refusal.finding('maxShareOfCosts');
  refusal.agrees('findings, one a year and one for all', refusal.failures.length, years.length + 1);
}

async function writeItRight(walk: Walk, path: string): Promise<void> {
  const { applicant } = walk;
  (await applicant.edit(path, contentOf(walk))).is(200);
  done(
    `${applicant.organisation}’s applicant lowers it to ${kr(900_000)} a year and ${kr(100_000)} of own money (egna medel).`,
  );
  const answer = await checks(applicant, path);
  answer.shows({ verdict: 'eligible' });
  detail('Every check of the draft, the verdict being “eligible”:');
  for (const finding of findings(answer)) {
    answer.agrees(finding.code, finding.outcome, 'met');
    item(MARKS[finding.outcome!]!, findingLine(finding));
  }
}

async function editInTwoTabs({ applicant }: Walk, path: string): Promise<void> {
  const read = (await applicant.get(path)).is(200);
  const ifMatch = read.headers.get('etag')!;
  const inOneTab = { summary: 'Demo: vi öppnar mötesplatser på kvällar och helger.' };
  const saved = (await applicant.patch(path, { body: inOneTab, ifMatch })).is(200);
  done(`The applicant has the draft open in two tabs, both at version ${ifMatch}, and saves in the first.`);
  const inOther = { summary: 'Demo: det här hade skrivit över.' };
  const stale = await applicant.patch(path, { body: inOther, ifMatch });
  stale.refuses(412, 'stale', 'And saves in the second');
  (await applicant.get(path)).is(200).shows(inOneTab);
  detail(`Nothing was lost: the draft is at version ${saved.headers.get('etag')}, as the first tab left it.`);
}

async function sign({ run, years, applicant, signatory }: Walk, path: string): Promise<Any> {
  (await applicant.post(`${path}/submit`)).refuses(403, 'forbidden', 'The applicant tries to sign');
  const key = `${run}-sign`;
  const signed = (await signatory.post(`${path}/submit`, { key }))
    .is(200)
    .shows({ status: 'submitted', registryNumber: new RegExp(`^${years[0]}-(\\d{6}|[1-9]\\d{6,})$`) });
  done(
    `The signatory (behörig företrädare) signs: ${statusOf('application', signed.body)}, registry number (diarienummer) ${signed.body.registryNumber}.`,
  );
  const again = (await signatory.post(`${path}/submit`, { key })).is(200);
  again.agrees('Idempotent-Replayed', again.headers.get('idempotent-replayed'), 'true');
  again.agrees('the answer', again.body, signed.body);
  done(
    `The same Idempotency-Key again, as after a lost connection: the same answer, replayed. One case, not two.`,
  );
  const twice = await signatory.post(`${path}/submit`, { key: `${key}-twice` });
  twice.refuses(409, 'illegalTransition', 'Signed once more with another key');
  return signed.body;
}

async function checks(reader: Walk['applicant'], path: string) {
  return (await reader.get(`${path}/checks`)).is(200);
}

function findings({ body }: { body: Any }): Finding[] {
  return [...body.eligibility, ...body.coFinancing, ...body.completeness];
}
