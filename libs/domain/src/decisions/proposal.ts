import type { Budget } from '../applications/application-content.js';
import { checkLimits } from '../applications/co-financing.js';
import type { Wording } from '../regulations/programme.js';
import type { Step } from '../regulations/rule.js';
import type { Finding, Outcome } from '../shared/finding.js';
import { isLocalDate, type LocalDate } from '../shared/local-date.js';
import { isKronor, sumByYear, type YearAmount } from '../shared/money.js';
import { checkInstalments, type Instalment } from './instalments.js';

export const DECISION_OUTCOMES = ['approve', 'reject', 'dismiss', 'discontinue'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

export interface ReportDuty {
  kind: 'interim' | 'final';
  year: number;
  dueOn: LocalDate;
}

export interface Proposal {
  outcome: DecisionOutcome;
  /** The granted sum per year, whole kronor. */
  years: readonly YearAmount[];
  reasons: string;
  conditions: readonly string[];
  reportsDue: readonly ReportDuty[];
  /** Shares 0–1 of a year's sum; a year without any is paid at once. */
  instalments?: readonly Instalment[];
}

export interface ProposalFacts {
  content: Budget;
  call: { years: readonly number[]; step: Step | null };
  wording: Wording;
  /** As they stand when the proposal is made, an officer's overrides taken in. */
  eligibility: readonly Finding[];
}

const refuse = (code: string, data: Record<string, unknown>, path?: string): Finding => ({
  code,
  outcome: 'notMet',
  citation: null,
  ...(path === undefined ? {} : { path }),
  data,
});

function checkYears(years: readonly YearAmount[], { content, call }: ProposalFacts): Finding[] {
  const asked = sumByYear(content.requested);
  return years.flatMap(({ year, amount }, index): Finding[] => {
    const path = `years[${index}]`;
    const requested = asked.get(year) ?? 0;
    return [
      ...(isKronor(amount) ? [] : [refuse('amountInvalid', { amount }, `${path}.amount`)]),
      ...(call.years.includes(year)
        ? []
        : [refuse('outsideCallYears', { year, callYears: call.years }, `${path}.year`)]),
      ...(years.findIndex((row) => row.year === year) < index
        ? [refuse('yearTwice', { year }, `${path}.year`)]
        : []),
      ...(amount > requested
        ? [refuse('aboveRequested', { year, granted: amount, requested }, `${path}.amount`)]
        : []),
    ];
  });
}

/**
 * A rule that is not met refuses an approval, and so does one that still needs judgement: an officer answers it first,
 * with a motive. Missing data is never met, and what nobody has judged has not been decided on.
 */
function checkVerdict(eligibility: readonly Finding[]): Finding[] {
  const codesOf = (outcome: Outcome) =>
    eligibility.filter((finding) => finding.outcome === outcome).map((finding) => finding.code);
  const [failed, open] = [codesOf('notMet'), codesOf('needsJudgement')];
  return [
    ...(failed.length > 0 ? [refuse('notEligible', { rules: failed })] : []),
    ...(open.length > 0 ? [refuse('judgementPending', { rules: open })] : []),
  ];
}

function checkApproval(proposal: Proposal, facts: ProposalFacts): Finding[] {
  const { years, instalments = [], reportsDue } = proposal;
  const { content, wording, call } = facts;
  return [
    ...checkVerdict(facts.eligibility),
    ...(years.some((row) => row.amount > 0) ? [] : [refuse('noMoneyGranted', {}, 'years')]),
    ...checkYears(years, facts),
    // The costs stay as stated: what a smaller grant leaves uncovered is for the co-financing to bear.
    ...checkLimits({ ...content, requested: years }, wording, call.step),
    ...checkInstalments(instalments, years),
    ...reportsDue.flatMap(({ dueOn }, index) =>
      isLocalDate(dueOn) ? [] : [refuse('dateInvalid', { dueOn }, `reportsDue[${index}].dueOn`)],
    ),
  ];
}

/**
 * Whether a proposal may be put to a decision maker. Reasons are always owed (förvaltningslagen 32 §). An approval
 * keeps within the request, the call's years and the wording's limits, per year and in total, in whole kronor; other
 * outcomes carry no money. The wording's limits always answer; the rest is told only where it fails.
 */
export function checkProposal(proposal: Proposal, facts: ProposalFacts): Finding[] {
  const { outcome, years, reasons } = proposal;
  const withoutReasons = reasons.trim() === '' ? [refuse('reasonsMissing', {}, 'reasons')] : [];
  if (outcome === 'approve') return [...withoutReasons, ...checkApproval(proposal, facts)];
  const withMoney = years.filter((row) => row.amount !== 0);
  return [
    ...withoutReasons,
    ...(withMoney.length > 0 ? [refuse('moneyWithoutApproval', { outcome, years: withMoney }, 'years')] : []),
  ];
}
