import type { Role } from '#domain/access/actor';

export const DEMO_PASSWORD = 'medel-demo';

/** Somebody made up. `code` is the organisation acted for; the agency's own people have none. */
export interface Account {
  name: string;
  person: string;
  roles: Role[];
  code: string | null;
}

const PAIRS = [
  ['1280', 'Malmö'],
  ['0180', 'Stockholm'],
  ['1480', 'Göteborg'],
  ['1275', 'Perstorp'],
  ['12', 'Region Skåne'],
] as const;

/** The organisations whose people can sign in. */
export const SIGNED_IN: readonly string[] = PAIRS.map(([code]) => code);

const recipients = PAIRS.flatMap(([code, place]): Account[] => [
  { name: `sokande.${code}`, person: `Demo Sökande ${place}`, roles: ['applicant'], code },
  {
    name: `firmatecknare.${code}`,
    person: `Demo Firmatecknare ${place}`,
    roles: ['applicant', 'signatory'],
    code,
  },
]);

const staff = (name: string, person: string, role: Role): Account => ({
  name,
  person,
  roles: [role],
  code: null,
});

/** Every account that a person may sign in to while the demo is on. */
export const ACCOUNTS: readonly Account[] = [
  ...recipients,
  staff('handlaggare', 'Demo Handläggare Ett', 'caseOfficer'),
  staff('handlaggare2', 'Demo Handläggare Två', 'caseOfficer'),
  staff('beslut', 'Demo Beslutsfattare Ett', 'decisionMaker'),
  staff('beslut2', 'Demo Beslutsfattare Två', 'decisionMaker'),
  staff('ekonomi', 'Demo Ekonom', 'financeOfficer'),
  staff('revisor', 'Demo Revisor', 'auditor'),
  staff('admin', 'Demo Administratör', 'administrator'),
];

export const emailOf = (name: string): string => `${name}@medel.example`;

/** Who acts for an organisation in the demo: its own pair of accounts, or one that nobody can sign in to. */
export function accountsOf(organisation: string): { applicant: string; signatory: string } {
  if (PAIRS.some(([code]) => code === organisation))
    return { applicant: `sokande.${organisation}`, signatory: `firmatecknare.${organisation}` };
  const name = `demo.${organisation.toLowerCase()}`;
  return { applicant: name, signatory: name };
}

/** As the page for signing in shows them: each with the password that all of them have. */
export const demoAccounts = () =>
  ACCOUNTS.map(({ name, person, roles }) => ({
    email: emailOf(name),
    name: person,
    roles,
    password: DEMO_PASSWORD,
  }));
