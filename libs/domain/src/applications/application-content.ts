import type { LocalDate } from '../shared/local-date.js';
import type { YearAmount } from '../shared/money.js';

export const PRIORITY_AREAS = [
  'housing',
  'education',
  'labourMarket',
  'democracy',
  'crime',
  'health',
] as const;
export const ORIENTATIONS = ['reduce', 'counteract'] as const;
export const TARGET_GROUPS = [
  'children',
  'youth',
  'parents',
  'newArrivals',
  'unemployed',
  'residents',
] as const;
export const COST_KINDS = ['personnel', 'external', 'premises', 'equipment', 'other', 'overhead'] as const;
export const CO_FINANCING_SOURCES = ['own', 'otherRecipient', 'private', 'otherStateGrant'] as const;

export type PriorityArea = (typeof PRIORITY_AREAS)[number];
export type Orientation = (typeof ORIENTATIONS)[number];
export type TargetGroup = (typeof TARGET_GROUPS)[number];
export type CostKind = (typeof COST_KINDS)[number];
export type CoFinancingSource = (typeof CO_FINANCING_SOURCES)[number];

export interface Contact {
  name: string;
  email: string;
  phone: string;
}

export interface Goal {
  indicator: string;
  baseline: number | null;
  target: number | null;
  year: number | null;
}

export interface Activity {
  title: string;
  description: string;
  priorityArea: PriorityArea | null;
  orientation: Orientation | null;
  targetGroups: readonly TargetGroup[];
  /** RegSO codes. */
  areaCodes: readonly string[];
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  goals: readonly Goal[];
}

export interface Cost extends YearAmount {
  kind: CostKind;
  note: string;
}

export interface CoFinancing extends YearAmount {
  source: CoFinancingSource;
  funder: string;
}

export interface Partner {
  organisationNumber: string;
  name: string;
  role: string;
}

export interface FollowUp {
  plan: string;
  evaluator: string;
  continuation: string;
}

/** What the money is asked for, in whole kronor per calendar year. */
export interface Budget {
  costs: readonly Cost[];
  requested: readonly YearAmount[];
  coFinancing: readonly CoFinancing[];
}

/** A draft may leave everything empty; what a submitted one needs is for `checkCompleteness` to say. */
export interface ApplicationContent extends Budget {
  title: string;
  summary: string;
  contact: Contact | null;
  activities: readonly Activity[];
  partners: readonly Partner[];
  followUp: FollowUp | null;
  /** Whether the recipient must do this by law anyway; `null` while unanswered. */
  statutoryDuty: boolean | null;
}

export const EMPTY_CONTENT: ApplicationContent = {
  title: '',
  summary: '',
  contact: null,
  activities: [],
  costs: [],
  requested: [],
  coFinancing: [],
  partners: [],
  followUp: null,
  statutoryDuty: null,
};

/** Co-financing that is no other grant from the state. */
export function isOwnMoney(row: Pick<CoFinancing, 'source'>): boolean {
  return row.source !== 'otherStateGrant';
}
