import type { PriorityArea } from '../applications/application-content.js';
import type { Deviation, Weights } from '../measures/standard-score.js';
import type { Kronor } from '../shared/money.js';

export const RECIPIENT_KINDS = ['municipality', 'region', 'municipalAssociation', 'nonProfit'] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** A call's step; `null` on a call of a programme without steps. */
export const STEPS = ['mapping', 'measures'] as const;
export type Step = (typeof STEPS)[number];

/** What the law demands of a written application. */
export type ContentPart =
  'title' | 'summary' | 'contact' | 'use' | 'goals' | 'timetable' | 'budget' | 'followUp' | 'statutoryDuty';

interface RuleOf<Kind extends string, Parameters> {
  kind: Kind;
  /** Stable and unique in the wording; the code of its findings. */
  code: string;
  /** `7 §`; `null` for agency practice, which no section of the ordinance states. */
  section: string | null;
  parameters: Parameters;
}

export interface Threshold {
  measure: string;
  standardDeviations: number;
}

export type RecipientKindRule = RuleOf<'recipientKind', { kinds: readonly RecipientKind[] }>;
/** `codes` is `null` where our sources do not name the annex's municipalities. */
export type RecipientInAnnexRule = RuleOf<'recipientInAnnex', { codes: readonly string[] | null }>;
export type RegionContainsAnnexMunicipalityRule = RuleOf<
  'regionContainsAnnexMunicipality',
  { codes: readonly string[] | null }
>;
export type PartnerOfKindRule = RuleOf<'partnerOfKind', { kinds: readonly RecipientKind[] }>;
export type MeasureThresholdRule = RuleOf<
  'measureThreshold',
  {
    thresholds: readonly Threshold[];
    of: 'mean over municipalities';
    deviation: Deviation;
    /** How municipalities count in mean and deviation; `none` where the rule does not say. */
    weights?: Weights;
    combine: 'any' | 'all';
    /** Regions and municipal associations qualify through a member municipality. */
    throughMembers: boolean;
  }
>;
/** `percent` is a whole number, 1–100: shares are compared as integers. */
export type MaxShareOfCostsRule = RuleOf<'maxShareOfCosts', { percent: number }>;
/** `step` is `null` where the ceiling holds whatever the step. */
export type MaxAmountRule = RuleOf<'maxAmount', { amount: Kronor; step: Step | null }>;
export type MaxYearsRule = RuleOf<'maxYears', { years: number }>;
export type CalendarYearRule = RuleOf<'calendarYear', Record<string, never>>;
export type PurposeRule = RuleOf<'purpose', { areas: readonly PriorityArea[] }>;
export type NotStatutoryDutyRule = RuleOf<'notStatutoryDuty', Record<string, never>>;
/** Calls of `forStep` demand an approved `step`; other calls are not touched. */
export type RequiresApprovedStepRule = RuleOf<'requiresApprovedStep', { step: Step; forStep: Step }>;
export type MandatoryPartsRule = RuleOf<'mandatoryParts', { parts: readonly ContentPart[] }>;
export type SubmittedInTimeRule = RuleOf<'submittedInTime', Record<string, never>>;
export type NoUnsettledReportRule = RuleOf<'noUnsettledReport', Record<string, never>>;
/** `question` is a code whose text an officer answers with a motive; `textNotAvailable` when we have no text to ask from. */
export type NeedsJudgementRule = RuleOf<
  'needsJudgement',
  { question: string; about: 'recipient' | 'application' }
>;

export type Rule =
  | RecipientKindRule
  | RecipientInAnnexRule
  | RegionContainsAnnexMunicipalityRule
  | PartnerOfKindRule
  | MeasureThresholdRule
  | MaxShareOfCostsRule
  | MaxAmountRule
  | MaxYearsRule
  | CalendarYearRule
  | PurposeRule
  | NotStatutoryDutyRule
  | RequiresApprovedStepRule
  | MandatoryPartsRule
  | SubmittedInTimeRule
  | NoUnsettledReportRule
  | NeedsJudgementRule;

export type RuleKind = Rule['kind'];
export type RuleOfKind<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>;
