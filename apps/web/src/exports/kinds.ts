import { applicationLifecycle } from '#domain/applications/application.lifecycle';
import { decisionLifecycle } from '#domain/decisions/decision.lifecycle';
import { paymentLifecycle } from '#domain/payments/payment.lifecycle';
import { recoveryLifecycle } from '#domain/recoveries/recovery.lifecycle';
import { reportLifecycle } from '#domain/reports/report.lifecycle';
import { thinningLifecycle } from '#domain/retention/thinning.lifecycle';

/** What belongs together among the kinds; one that is in none of them is among the last. */
const GROUPS = {
  cases: ['summary', 'applications', 'decisions', 'granted-and-refused', 'case-bundle'],
  money: [
    'payments',
    'recoveries',
    'co-financing',
    'co-financing-share',
    'appropriation-follow-up',
    'open-grants',
  ],
  distribution: [
    'grants-by-year',
    'grants-by-recipient',
    'grants-by-county',
    'grants-by-municipality-group',
    'grants-by-size-class',
    'grants-by-priority-area',
    'grants-by-target-group',
  ],
  results: ['reporting-status', 'results', 'results-by-area', 'measure-trend'],
  basis: ['measures', 'eligibility', 'audit-trail', 'evaluation-figures'],
} as const;

export type Group = keyof typeof GROUPS;

export function grouped<Kind extends { kind: string }>(kinds: readonly Kind[]): [Group, Kind[]][] {
  const groups = Object.keys(GROUPS) as Group[];
  const known = new Set<string>(Object.values(GROUPS).flat());
  const inGroup = (group: Group): Kind[] => [
    ...GROUPS[group].flatMap((name) => kinds.find(({ kind }) => kind === name) ?? []),
    ...(group === groups.at(-1) ? kinds.filter(({ kind }) => !known.has(kind)) : []),
  ];
  return groups.map((group) => [group, inGroup(group)]);
}

/** What `status` of a kind is one of, and the group of texts that names it. */
export interface Statuses {
  group: string;
  of: readonly string[];
}

const HANDED_IN = ['submitted', 'completionRequested', 'approved'];

export const STATUSES: Readonly<Record<string, Statuses>> = {
  // Of a draft the agency knows nothing.
  applications: {
    group: 'status.application',
    of: applicationLifecycle.states.filter((status) => status !== 'draft' && status !== 'discarded'),
  },
  decisions: { group: 'status.decision', of: decisionLifecycle.states },
  payments: { group: 'status.payment', of: paymentLifecycle.states },
  recoveries: { group: 'status.recovery', of: recoveryLifecycle.states },
  'reporting-status': { group: 'status.report', of: reportLifecycle.states },
  results: { group: 'status.report', of: HANDED_IN },
  thinnings: { group: 'status.thinning', of: thinningLifecycle.states },
  eligibility: { group: 'verdict', of: ['eligible', 'notEligible', 'needsJudgement'] },
};
