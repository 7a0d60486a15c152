import { completeForm } from '../../libs/testing/src/form.js';
import { plain, table } from './page.js';
import { Person } from './person.js';
import { swedish } from './words.js';

/** The people of one walk, and what makes it another walk than the last. */
export interface Walk {
  /** Unique: appropriation code, keys and folder are made of it. */
  run: string;
  today: string;
  /** This year and the two after it. */
  years: [number, number, number];
  /** Where the exports are saved. */
  out: string;
  finance: Person;
  officer: Person;
  decider: Person;
  auditor: Person;
  applicant: Person;
  signatory: Person;
  stockholm: { applicant: Person; signatory: Person };
  malmo: Person;
}

export async function gather(
  address: string,
  setting: Pick<Walk, 'run' | 'today' | 'years' | 'out'>,
): Promise<Walk> {
  const as = (account: string) => Person.signIn(address, account);
  const code = await recipient(as, setting.today);
  const walk: Walk = {
    ...setting,
    finance: await as('ekonomi'),
    officer: await as('handlaggare'),
    decider: await as('beslut'),
    auditor: await as('revisor'),
    applicant: await as(`sokande.${code}`),
    signatory: await as(`firmatecknare.${code}`),
    stockholm: { applicant: await as('sokande.0180'), signatory: await as('firmatecknare.0180') },
    malmo: await as('sokande.1280'),
  };
  plain('The people, all made up; the municipalities are real by name and code:');
  const people = [walk.finance, walk.officer, walk.decider, walk.auditor];
  const recipients = [
    walk.applicant,
    walk.signatory,
    walk.stockholm.applicant,
    walk.stockholm.signatory,
    walk.malmo,
  ];
  table(
    [...people, ...recipients].map(({ account, name, role, organisation }) => [
      account,
      name,
      swedish(`role.${role}`),
      organisation,
    ]),
    'left',
  );
  return walk;
}

/** Perstorp, unless it is late with a report and so may have no more money (10 §): then its region, which counts through it. */
async function recipient(as: (account: string) => Promise<Person>, today: string): Promise<string> {
  if (!(await isLate(await as('sokande.1275'), today))) return '1275';
  if (await isLate(await as('sokande.12'), today))
    throw new Error(
      'Perstorp and Region Skåne are both late with reports, so neither may apply. Begin anew: npm run reset',
    );
  plain('Perstorp is late with a report, which bars it from a new grant: Region Skåne applies instead.');
  return '12';
}

async function isLate(recipient: Person, today: string): Promise<boolean> {
  const reports = (await recipient.get(`/reports?dueBefore=${today}&limit=200`)).is(200);
  return reports.body.items.some((report: { isOverdue: boolean }) => report.isOverdue);
}

/** What the recipient asks for: three years, 900 000 kr of costs of 1 000 000 kr each. */
export function contentOf({ run, years }: Walk) {
  return { ...completeForm({ years }), title: `Demo: mötesplatser i området (${run})` };
}
