import type { Any } from '#testing';
import type { Walk } from './cast.js';
import { APPROPRIATED, type Money } from './money.js';
import { chapter, detail, done } from './page.js';
import { kr, statusOf, swedish } from './words.js';

const PROGRAMME = 'exempel-2025';

export async function theCall({ run, years, officer, applicant }: Walk, money: Money): Promise<Any> {
  chapter(2, 'The call (utlysning)');
  const [year] = years;
  const body = {
    programmeCode: PROGRAMME,
    title: `Demo: ${run}`,
    opensOn: `${year}-01-01`,
    closesOn: `${year}-12-31`,
    step: 'measures',
    years,
    budget: years.map((each) => ({ year: each, amount: APPROPRIATED })),
    appropriationCode: money.code,
  };
  const made = (await officer.post('/calls', { body })).is(201).shows({ status: 'draft' });
  const path = `/calls/${made.body.id}`;
  made.agrees('Location', made.headers.get('location'), `/api/v1${path}`);
  done(
    `The case officer writes a call on ${PROGRAMME} for ${years.join(', ')}. Its budget is ${kr(APPROPRIATED)} a year. It is a draft, ${statusOf('call', made.body)}.`,
  );
  const hidden = await applicant.get(path);
  hidden.refuses(404, 'notFound', 'A recipient looks for it before it is published');

  const call = (await officer.post(`${path}/publish`))
    .is(200)
    .shows({ status: 'published', isOpen: true, wordingFrom: '2025-01-01', actions: ['close'] });
  done(
    `The case officer publishes it: ${statusOf('call', call.body)}, open until ${body.closesOn}. It pins the wording (lydelse) of ${call.body.wordingFrom}: every application in it is judged by that wording for ever.`,
  );
  await showRules(applicant, call.body.wordingFrom);
  (await applicant.get(path)).is(200).shows({ actions: [] });
  return call.body;
}

async function showRules(reader: Walk['applicant'], wordingFrom: string): Promise<void> {
  const programme = (await reader.get(`/programmes/${PROGRAMME}`)).is(200);
  const wording = programme.body.wordings.find((each: Any) => each.validFrom === wordingFrom);
  const rules = wording.rules.map(({ code, section, citation }: Any) =>
    `${citation?.section ?? section} ${swedish(`rule.${code}`)}`
      .replaceAll(' §', '\u00a0§')
      .replace('§ ', '§\u00a0'),
  );
  detail(`An example programme, no real grant: its sections are its own. Its rules: ${rules.join(', ')}.`);
}
