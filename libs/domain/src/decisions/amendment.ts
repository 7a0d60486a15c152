import type { Budget, CoFinancing, Cost } from '../applications/application-content.js';
import { checkBalance } from '../applications/co-financing.js';
import type { Wording } from '../regulations/programme.js';
import type { Step } from '../regulations/rule.js';
import type { ReportStatus } from '../reports/report.lifecycle.js';
import type { Finding } from '../shared/finding.js';
import { sumByYear, sumKronor, type Kronor, type YearAmount } from '../shared/money.js';
import type { DecisionOutcome, Proposal, ReportDuty } from './proposal.js';
import { checkProposal } from './proposal.js';
import type { Instalment } from './instalments.js';
import type { PlannedYear } from './multi-year.js';

export const REQUESTERS = ['recipient', 'agency'] as const;
/** Who asked for the amendment. */
export type Requester = (typeof REQUESTERS)[number];

/** What the grant is part of: the costs, and who pays the rest. Whole kronor per year. */
export interface Plan {
  costs: readonly Cost[];
  coFinancing: readonly CoFinancing[];
}

/** What is to be otherwise. What is left out stands as it was decided. */
export interface Amendment {
  /** New sums, whole kronor; a year that is not among them keeps its sum, one of 0 kronor is taken away. */
  years: readonly YearAmount[];
  reasons: string;
  requestedBy: Requester;
  conditions?: readonly string[] | undefined;
  reportsDue?: readonly ReportDuty[] | undefined;
  instalments?: readonly Instalment[] | undefined;
  costs?: readonly Cost[] | undefined;
  coFinancing?: readonly CoFinancing[] | undefined;
}

export interface AmendedDecision {
  outcome: DecisionOutcome;
  years: readonly PlannedYear[];
  conditions: readonly string[];
  reportsDue: readonly ReportDuty[];
  instalments: readonly Instalment[];
  /** As an earlier amendment stated it; `null` where the application's own still holds. */
  plan: Plan | null;
}

/** What an amendment changes; sums in whole kronor, `change` = after − before. */
export interface Difference {
  years: { year: number; before: Kronor; after: Kronor; change: number }[];
  total: { before: Kronor; after: Kronor; change: number };
  conditions: { added: string[]; removed: string[] };
  reportsDue: { added: ReportDuty[]; removed: ReportDuty[] };
  /** Years whose sum is cut otherwise. */
  instalments: number[];
  /** Whether costs and co-financing are stated anew. */
  plan: boolean;
}

export interface SettledYear {
  year: number;
  entitled: Kronor;
}

export interface AmendmentFacts {
  content: Budget;
  call: { years: readonly number[]; step: Step | null };
  wording: Wording;
  earlier: AmendedDecision;
  /** What is paid or on its way to the bank, per year, kronor. */
  taken: readonly YearAmount[];
  /** Years that an approved report has settled, with what the recipient is entitled to of them, kronor. */
  settled: readonly SettledYear[];
  reports: readonly { kind: ReportDuty['kind']; year: number; status: ReportStatus }[];
}

const refuse = (code: string, data: Record<string, unknown>, path?: string): Finding => ({
  code,
  outcome: 'notMet',
  citation: null,
  ...(path === undefined ? {} : { path }),
  data,
});

const held = (earlier: Pick<AmendedDecision, 'years'>): PlannedYear[] =>
  earlier.years.filter((row) => row.status !== 'lapsed');

/**
 * The duties that are left when years were taken away and nothing else was said: no interim report of a year without
 * money, and the final report is of the last year that has any.
 */
function keepDuties(duties: readonly ReportDuty[], years: readonly YearAmount[]): ReportDuty[] {
  const granted = years.filter((row) => row.amount > 0).map((row) => row.year);
  const last = Math.max(...granted);
  const known = new Set(years.map((row) => row.year));
  const gone = (year: number) => known.has(year) && !granted.includes(year);
  return duties
    .filter((duty) => duty.kind === 'final' || !gone(duty.year))
    .map((duty) => (granted.length > 0 && gone(duty.year) ? { ...duty, year: last } : duty));
}

/** The whole decision as it would stand. Its years begin with those that were sent, in their order. */
export function computeAmended(earlier: AmendedDecision, amendment: Amendment): Proposal {
  const sent = new Set(amendment.years.map((row) => row.year));
  const standing = held(earlier).filter((row) => !sent.has(row.year));
  const years = [...amendment.years, ...standing].map(({ year, amount }) => ({ year, amount }));
  const known = new Set(years.map((row) => row.year));
  return {
    outcome: 'approve',
    years,
    reasons: amendment.reasons,
    conditions: amendment.conditions ?? earlier.conditions,
    reportsDue: amendment.reportsDue ?? keepDuties(earlier.reportsDue, years),
    instalments: amendment.instalments ?? earlier.instalments.filter((row) => known.has(row.year)),
  };
}

/** The costs and co-financing that the amended sums are part of; `null` where the application's still are. */
export function computePlan(
  { plan }: Pick<AmendedDecision, 'plan'>,
  { costs, coFinancing }: Pick<Amendment, 'costs' | 'coFinancing'>,
  content: Plan,
): Plan | null {
  if (!costs && !coFinancing) return plan;
  const before = plan ?? content;
  return { costs: costs ?? before.costs, coFinancing: coFinancing ?? before.coFinancing };
}

const missingIn = <Row>(rows: readonly Row[], others: readonly Row[]): Row[] => {
  const known = new Set(others.map((row) => JSON.stringify(row)));
  return rows.filter((row) => !known.has(JSON.stringify(row)));
};

const duty = ({ kind, year, dueOn }: ReportDuty): ReportDuty => ({ kind, year, dueOn });

/** Before and after, per year and in total, in whole kronor; a lapsed year counts as nothing before. */
export function computeDifference(
  earlier: AmendedDecision,
  amended: Proposal,
  statesPlan: boolean,
): Difference {
  const before = sumByYear(held(earlier));
  const after = sumByYear(amended.years);
  const row = (was: Kronor, is: Kronor) => ({ before: was, after: is, change: is - was });
  const years = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b);
  const cut = (rows: readonly Instalment[], year: number) =>
    JSON.stringify(rows.filter((each) => each.year === year).map((each) => each.share));
  const [was, is] = [earlier.reportsDue.map(duty), amended.reportsDue.map(duty)];
  return {
    years: years.map((year) => ({ year, ...row(before.get(year) ?? 0, after.get(year) ?? 0) })),
    total: row(sumKronor([...before.values()]), sumKronor([...after.values()])),
    conditions: {
      added: missingIn(amended.conditions, earlier.conditions),
      removed: missingIn(earlier.conditions, amended.conditions),
    },
    reportsDue: { added: missingIn(is, was), removed: missingIn(was, is) },
    instalments: years.filter(
      (year) => cut(earlier.instalments, year) !== cut(amended.instalments ?? [], year),
    ),
    plan: statesPlan,
  };
}

/** Whether anything is to be otherwise. */
export function isChange({ years, conditions, reportsDue, instalments, plan }: Difference): boolean {
  return (
    plan ||
    instalments.length > 0 ||
    years.some((row) => row.change !== 0) ||
    [conditions, reportsDue].some(({ added, removed }) => added.length + removed.length > 0)
  );
}

/**
 * What is paid, or on its way to the bank, is never undone by an amendment: a year's sum may not go below it. One
 * finding for each year that would, with what is above the new sum: that is to be recovered, in a case of its own.
 */
export function checkPaid(years: readonly YearAmount[], taken: readonly YearAmount[]): Finding[] {
  const sums = sumByYear(taken);
  return years.flatMap(({ year, amount }, index) => {
    const paid = sums.get(year) ?? 0;
    return amount >= paid
      ? []
      : [refuse('belowPaid', { year, amount, paid, toRecover: paid - amount }, `years[${index}].amount`)];
  });
}

/** A year that a report has settled is not raised, and lowered only to what the recipient is entitled to. */
function checkSettled(
  years: readonly YearAmount[],
  { settled, earlier }: Pick<AmendmentFacts, 'settled'> & { earlier: Pick<AmendedDecision, 'years'> },
): Finding[] {
  const before = sumByYear(held(earlier));
  return years.flatMap(({ year, amount }, index) => {
    const by = settled.find((row) => row.year === year);
    const granted = before.get(year) ?? 0;
    if (!by || amount === granted || (amount < granted && amount >= by.entitled)) return [];
    const data = { year, amount, granted, entitled: by.entitled };
    return [refuse('yearSettled', data, `years[${index}].amount`)];
  });
}

/** A report that was handed in is not asked for the less. */
function checkHandedIn({ reportsDue }: Proposal, { reports }: AmendmentFacts): Finding[] {
  return reports
    .filter(({ status }) => ['submitted', 'completionRequested', 'approved'].includes(status))
    .filter(({ kind, year }) => !reportsDue.some((each) => each.kind === kind && each.year === year))
    .map(({ kind, year }) => refuse('reportHandedIn', { kind, year }, 'reportsDue'));
}

/**
 * Whether an amendment may be put to a decision maker: something is changed, the new sums keep within request, call and
 * the wording's limits as any proposal's do (per year and in total, whole kronor), and nothing that is paid, settled or
 * handed in is undone. Whether the recipient may have the grant was judged once and is not asked again. Costs and
 * co-financing that are stated anew balance with the new sums, and take the place of the request.
 */
export function checkAmendment(amendment: Amendment, facts: AmendmentFacts): Finding[] {
  const { content, call, wording, earlier } = facts;
  if (earlier.outcome !== 'approve') return [refuse('notAGrant', { outcome: earlier.outcome })];
  const amended = computeAmended(earlier, amendment);
  const plan = computePlan(earlier, amendment, content);
  const statesPlan = plan !== earlier.plan;
  const budget: Budget = { ...content, ...plan, requested: plan ? amended.years : content.requested };
  return [
    ...(isChange(computeDifference(earlier, amended, statesPlan)) ? [] : [refuse('nothingAmended', {})]),
    ...checkProposal(amended, { content: budget, call, wording, eligibility: [] }),
    ...(statesPlan ? checkBalance(budget).filter(({ outcome }) => outcome === 'notMet') : []),
    ...checkPaid(amended.years, facts.taken),
    ...checkSettled(amended.years, facts),
    ...checkHandedIn(amended, facts),
  ];
}

/**
 * Whether an amendment still rests on what it was proposed on, when it is decided: what was paid in between is not
 * undone, no year that it counted on has lapsed or been settled. Whole kronor.
 */
export function checkStillAmendable(
  { years }: Pick<Difference, 'years'>,
  facts: Pick<AmendmentFacts, 'taken' | 'settled'> & { earlier: Pick<AmendedDecision, 'years'> },
): Finding[] {
  const now = sumByYear(held(facts.earlier));
  const sums = years.map(({ year, after }) => ({ year, amount: after }));
  return [
    ...years
      .filter(({ year, before }) => before !== (now.get(year) ?? 0))
      .map(({ year, before }) => refuse('amendmentOutdated', { year, before, now: now.get(year) ?? 0 })),
    ...checkSettled(sums, facts),
    ...checkPaid(sums, facts.taken),
  ];
}
