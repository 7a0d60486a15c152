/** How what an event holds is written: the reader's language, names and numbers. */
export interface Writing {
  /** What the facts of events are called; `undefined` for one that nobody needs to read. */
  label: (key: string) => string | undefined;
  named: (group: string, value: string) => string;
  kr: (amount: number) => string;
  number: (value: number) => string;
  day: (day: string) => string;
  /** `undefined` where the id is nobody's. */
  person: (id: string) => string | undefined;
}

interface Told {
  subjectType: string;
  data: object;
}

const MONEY = new Set(
  'amount commitmentLimit setOff controlSum interest principal entitled unused repay before after change'.split(
    ' ',
  ),
);
const PLAIN_NUMBERS = new Set(['year', 'years', 'number', 'instalment', 'seq', 'seed']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a coded value is one of; `kind` and `outcome` mean another thing for each subject. */
const GROUPS: Record<string, string> = {
  parts: 'web.audit.part',
  grounds: 'recoveryGround',
  requestedBy: 'requester',
  interest: 'interest',
  format: 'exportFormat',
  failure: 'exportFailure',
  proofs: 'proof',
  computed: 'findingOutcome',
};
const KINDS: Record<string, string> = {
  report: 'reportKind',
  letter: 'letterKind',
  export: 'exportKind',
  exportSchedule: 'exportKind',
};

function groupOf(key: string, subjectType: string): string | undefined {
  if (key === 'kind') return KINDS[subjectType] ?? 'web.audit.kind';
  if (key === 'outcome') return subjectType === 'application' ? 'findingOutcome' : 'decisionOutcome';
  return GROUPS[key];
}

/** What an event changed, in words: the status first, then its facts. What is only for machines is left out. */
export function eventInWords({ subjectType, data }: Told, writing: Writing): string[] {
  const { from, to, ...facts } = data as Record<string, unknown>;
  const status = (value: unknown) => writing.named(`status.${subjectType}`, String(value));
  const moved =
    from !== undefined && from !== to ? [`${writing.label('status')}: ${status(from)} → ${status(to)}`] : [];
  return [...moved, ...named(facts, subjectType, writing)];
}

function named(facts: object, subjectType: string, writing: Writing): string[] {
  return Object.entries(facts).flatMap(([key, value]) => {
    const label = writing.label(key === 'interest' && typeof value === 'string' ? 'conflict' : key);
    const said = label === undefined ? undefined : say(key, value, subjectType, writing);
    return said === undefined ? [] : [`${label}: ${said}`];
  });
}

function say(key: string, value: unknown, subjectType: string, writing: Writing): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) {
    const all = value.flatMap((each: unknown) => say(key, each, subjectType, writing) ?? []);
    return all.length === 0
      ? undefined
      : all.join(value.some((each) => typeof each === 'object') ? '; ' : ', ');
  }
  if (typeof value === 'object') {
    const all = named(value, subjectType, writing);
    return all.length === 0 ? undefined : all.join(', ');
  }
  if (typeof value === 'number') return numberIn(key, value, writing);
  const text = String(value);
  if (ID.test(text)) return writing.person(text);
  if (DAY.test(text)) return writing.day(text);
  const group = groupOf(key, subjectType);
  return group ? writing.named(group, text) : text;
}

function numberIn(key: string, value: number, { kr, number }: Writing): string {
  if (PLAIN_NUMBERS.has(key)) return String(value);
  // A sum of sums is money too.
  return MONEY.has(key) ? kr(value) : number(value);
}
