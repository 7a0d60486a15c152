import { readFileSync } from 'node:fs';
import { ACCOUNT_OF } from '../../api/stage.js';

export type Role = keyof typeof ACCOUNT_OF;
export const ROLES = Object.keys(ACCOUNT_OF) as Role[];
const LETTERS: Record<string, Role> = {
  A: 'applicant',
  S: 'signatory',
  O: 'caseOfficer',
  D: 'decisionMaker',
  F: 'financeOfficer',
  U: 'auditor',
  M: 'administrator',
};

/** How who asks stands to the thing. `any` where it makes no difference whose it is. */
export type Relation =
  'any' | 'own' | 'other' | 'assigned' | 'unassigned' | 'conflicted' | 'missing' | 'malformed';

export interface Line {
  method: string;
  path: string;
  subject: 'case' | 'agency' | 'own' | 'self' | 'open' | 'none' | 'public';
  may: Role[];
  /** Of those, who may not with a declared interest. */
  disinterested: Role[];
}

/** What is answered: the first success that the contract has, or a refusal by its code. */
export type Told =
  'success' | 'unauthenticated' | 'forbidden' | 'notFound' | 'invalid' | 'conflictOfInterest';
export const STATUS: Record<Exclude<Told, 'success'>, number> = {
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  invalid: 400,
  conflictOfInterest: 409,
};

export const isRecipient = (role: Role): boolean => role === 'applicant' || role === 'signatory';

export function readDeclared(): Line[] {
  const rows = readFileSync('test/torture/routes/declared.txt', 'utf8').split('\n');
  return rows.filter((row) => row && !row.startsWith('#')).map(lineOf);
}

function lineOf(row: string): Line {
  const [method, path, subject, who] = row.split(/ +/) as [string, string, Line['subject'], string];
  const named = subject === 'public' ? [] : [...who.matchAll(/([A-Z])(!?)/g)];
  return {
    method,
    path,
    subject,
    may: named.map(([, letter]) => LETTERS[letter!]!),
    disinterested: named.filter(([, , mark]) => mark).map(([, letter]) => LETTERS[letter!]!),
  };
}

/** The relations in which a role can stand to what the operation is about. */
export function relationsOf({ subject, disinterested, path }: Line, role: Role): Relation[] {
  const conflicted: Relation[] = disinterested.includes(role) ? ['conflicted'] : [];
  if (subject === 'none') return [...conflicted, 'any'];
  if (subject === 'self' && !path.includes(':id')) return ['own'];
  const named: Relation[] = path.includes(':code') ? ['missing'] : ['missing', 'malformed'];
  if (subject === 'agency' || subject === 'open') return [...named, 'any'];
  if (subject === 'own' || subject === 'self' || isRecipient(role)) return [...named, 'other', 'own'];
  return [...named, ...conflicted, 'unassigned', ...(role === 'caseOfficer' ? (['assigned'] as const) : [])];
}

/** What follows from a line of the table. */
export function declaredAnswer(line: Line, role: Role, relation: Relation): Told {
  const excepted = EXCEPTIONS.find(
    (each) =>
      `${line.method} ${line.path}`.match(each.operations) &&
      each.relation === relation &&
      (!each.roles || each.roles.includes(role)),
  );
  if (!line.may.includes(role)) return 'forbidden';
  if (excepted) return excepted.told;
  if (relation === 'malformed') return 'invalid';
  if (relation === 'missing') return 'notFound';
  if (relation === 'conflicted') return 'conflictOfInterest';
  if (relation === 'other' && (line.subject === 'case' || line.subject === 'self')) return 'notFound';
  return 'success';
}

/** What does not follow from a line, and why. */
export const EXCEPTIONS: {
  operations: RegExp;
  relation: Relation;
  roles?: Role[];
  told: Told;
  because: string;
}[] = [
  {
    operations: /^(PATCH|POST) \/export-schedules\/:id(\/resume)?$/,
    relation: 'other',
    told: 'forbidden',
    because: 'exports are ordered in the name of who made the schedule; anyone of the agency may stop them',
  },
];

/** Public, and nothing that can be done here: no provider is set up. `test/api/oidc.spec.ts` has one. */
export const WITHOUT_PROVIDER: Record<string, Told> = {
  'POST /public/sign-in': 'notFound',
  'POST /public/sign-in/finish': 'unauthenticated',
};
