import { partOf } from '../parts/merge-draft.js';
import type { components } from '#api-client';

type Finding = components['schemas']['Finding'];

export const STEPS = [
  'basics',
  'activities',
  'costs',
  'financing',
  'partners',
  'followUp',
  'review',
] as const;
export type StepName = (typeof STEPS)[number];

/** In the address. */
export const SLUGS: Record<StepName, string> = {
  basics: 'grunduppgifter',
  activities: 'aktiviteter',
  costs: 'kostnader',
  financing: 'finansiering',
  partners: 'samarbete',
  followUp: 'uppfoljning',
  review: 'granska',
};

const BY_PART: Record<string, StepName> = {
  title: 'basics',
  summary: 'basics',
  contact: 'basics',
  activities: 'activities',
  costs: 'costs',
  requested: 'financing',
  coFinancing: 'financing',
  partners: 'partners',
  followUp: 'followUp',
  statutoryDuty: 'followUp',
};

/** Findings without a place of their own are about one part all the same. */
const BY_CODE: Record<string, StepName> = {
  budgetBalance: 'financing',
  maxShareOfCosts: 'financing',
  ownShare: 'financing',
  maxAmount: 'financing',
  maxYears: 'financing',
  calendarYear: 'costs',
  purpose: 'activities',
  notStatutoryDuty: 'followUp',
  partnerOfKind: 'partners',
};

/** Where in the form something is put right; the last step for what no field is about. */
export function stepOf({ code, path }: Pick<Finding, 'code' | 'path'>): StepName {
  return (path ? BY_PART[partOf(path)] : BY_CODE[code]) ?? 'review';
}

/** The worst first; among equals as the rules stand. What is met is last. */
const ORDER = ['notMet', 'needsJudgement', 'met'];

export interface CheckLists {
  eligibility: readonly Finding[];
  coFinancing: readonly Finding[];
  completeness: readonly Finding[];
}

export function orderFindings({ eligibility, coFinancing, completeness }: CheckLists): Finding[] {
  return [...completeness, ...coFinancing, ...eligibility].sort(
    (a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome),
  );
}

/**
 * What to say beside its field now. That something is not filled in is told once the reader has left the step; that
 * something is wrong at once.
 */
export function tellNow(findings: readonly Finding[], left: ReadonlySet<StepName>): Finding[] {
  return findings.filter(
    (finding) =>
      finding.outcome !== 'met' &&
      finding.path &&
      (finding.code !== 'partMissing' || left.has(stepOf(finding))),
  );
}
