import {
  CO_FINANCING_SOURCES,
  type Budget,
  type CoFinancing,
  type CoFinancingSource,
  type Cost,
} from '../applications/application-content.js';
import type { Plan } from '../decisions/amendment.js';
import type { Finding } from '../shared/finding.js';
import type { LocalDate } from '../shared/local-date.js';
import { sumByYear, sumKronor, type Kronor, type YearAmount } from '../shared/money.js';
import { formatShare, isWithinPercent, percentOf } from '../shared/share.js';

export const PROOF_KINDS = ['accounts', 'certificate', 'agreement', 'auditorsReport'] as const;
/** What co-financing is proven by. */
export type ProofKind = (typeof PROOF_KINDS)[number];

/** A report that was handed in, with what it tells. Whole kronor. */
export interface ReportedMoney {
  dueOn: LocalDate;
  costs: readonly Cost[];
  coFinancing: readonly CoFinancing[];
}

export interface ProvenMoney extends YearAmount {
  source: CoFinancingSource;
}

export interface FollowUpFacts {
  /** As applied for. */
  application: Budget;
  /** As decided: the application's own, or what an amendment stated. */
  plan: Plan;
  granted: readonly YearAmount[];
  paid: readonly YearAmount[];
  reports: readonly ReportedMoney[];
  proven: readonly ProvenMoney[];
  /** The ceiling as a whole percent; `null` where the wording states none. */
  percent: number | null;
}

/** Money on its way from plan to proof, whole kronor; `null` while nothing is reported. */
export interface Steps {
  planned: Kronor;
  decided: Kronor;
  reported: Kronor | null;
  evidenced: Kronor;
}

export interface FollowedYear {
  /** `null` for all years together. */
  year: number | null;
  costs: Omit<Steps, 'evidenced'>;
  grant: { requested: Kronor; granted: Kronor; paid: Kronor };
  coFinancing: Steps;
  sources: ({ source: CoFinancingSource } & Steps)[];
  /** The grant's part of the costs in percent with two decimals: asked for, granted, and paid of what was reported. */
  share: { planned: string | null; decided: string | null; reported: string | null };
}

export interface FollowUp {
  percent: number | null;
  years: FollowedYear[];
  total: FollowedYear;
  findings: Finding[];
}

const ofYear = <Row extends { year: number }>(rows: readonly Row[], year: number): Row[] =>
  rows.filter((row) => row.year === year);
const sum = (rows: readonly YearAmount[]): Kronor => sumKronor(rows.map((row) => row.amount));

/** A year is reported by the last due of the reports handed in that tell of it. */
function reportOf(year: number, reports: readonly ReportedMoney[]): ReportedMoney | undefined {
  return reports
    .filter(({ costs, coFinancing }) => ofYear(costs, year).length + ofYear(coFinancing, year).length > 0)
    .reduce<ReportedMoney | undefined>(
      (last, report) => (last && last.dueOn >= report.dueOn ? last : report),
      undefined,
    );
}

function followYear(year: number, facts: FollowUpFacts): FollowedYear {
  const { application, plan, granted, paid, proven } = facts;
  const report = reportOf(year, facts.reports);
  const rows = {
    planned: ofYear(application.coFinancing, year),
    decided: ofYear(plan.coFinancing, year),
    reported: report ? ofYear(report.coFinancing, year) : null,
    evidenced: ofYear(proven, year),
  };
  const steps = (is: (row: { source: CoFinancingSource }) => boolean): Steps => ({
    planned: sum(rows.planned.filter(is)),
    decided: sum(rows.decided.filter(is)),
    reported: rows.reported && sum(rows.reported.filter(is)),
    evidenced: sum(rows.evidenced.filter(is)),
  });
  const all = Object.values(rows).flatMap((each: { source: CoFinancingSource }[] | null) => each ?? []);
  const known = new Set(all.map(({ source }) => source));
  return withShares({
    year,
    costs: {
      planned: sum(ofYear(application.costs, year)),
      decided: sum(ofYear(plan.costs, year)),
      reported: report ? sum(ofYear(report.costs, year)) : null,
    },
    grant: {
      requested: sum(ofYear(application.requested, year)),
      granted: sum(ofYear(granted, year)),
      paid: sum(ofYear(paid, year)),
    },
    coFinancing: steps(() => true),
    sources: CO_FINANCING_SOURCES.filter((source) => known.has(source)).map((source) => ({
      source,
      ...steps((row) => row.source === source),
    })),
  });
}

function withShares(row: Omit<FollowedYear, 'share'>): FollowedYear {
  const { costs, grant } = row;
  return {
    ...row,
    share: {
      planned: formatShare(grant.requested, costs.planned),
      decided: formatShare(grant.granted, costs.decided),
      reported: costs.reported === null ? null : formatShare(grant.paid, costs.reported),
    },
  };
}

/** The sums of the years; reported is the sum of the years that are. */
function sumYears(years: readonly FollowedYear[]): FollowedYear {
  const add = (pick: (row: FollowedYear) => Kronor) => sumKronor(years.map(pick));
  const addReported = (pick: (row: FollowedYear) => Kronor | null) => {
    const known = years.map(pick).filter((each) => each !== null);
    return known.length > 0 ? sumKronor(known) : null;
  };
  const steps = (pick: (row: FollowedYear) => Steps | undefined): Steps => ({
    planned: add((row) => pick(row)?.planned ?? 0),
    decided: add((row) => pick(row)?.decided ?? 0),
    reported: addReported((row) => pick(row)?.reported ?? null),
    evidenced: add((row) => pick(row)?.evidenced ?? 0),
  });
  const ofSource = (source: CoFinancingSource) => (row: FollowedYear) =>
    row.sources.find((each) => each.source === source);
  return withShares({
    year: null,
    costs: {
      planned: add((row) => row.costs.planned),
      decided: add((row) => row.costs.decided),
      reported: addReported((row) => row.costs.reported),
    },
    grant: {
      requested: add((row) => row.grant.requested),
      granted: add((row) => row.grant.granted),
      paid: add((row) => row.grant.paid),
    },
    coFinancing: steps((row) => row.coFinancing),
    sources: CO_FINANCING_SOURCES.filter((source) => years.some(ofSource(source))).map((source) => ({
      source,
      ...steps(ofSource(source)),
    })),
  });
}

/** What the figures of a year that is reported say against the ceiling, the decision and the proof. */
function checkYear(
  { year, costs, grant, coFinancing, share }: FollowedYear,
  percent: number | null,
): Finding[] {
  if (costs.reported === null || coFinancing.reported === null) return [];
  const say = (code: string, outcome: Finding['outcome'], data: Record<string, unknown>): Finding => ({
    code,
    outcome,
    citation: null,
    data: { year, ...data },
  });
  const { decided, reported, evidenced } = coFinancing;
  const limit = percentOf(costs.reported, percent ?? 100);
  return [
    ...(isWithinPercent(grant.paid, costs.reported, percent ?? 100)
      ? []
      : [
          say('paidAboveCeiling', 'notMet', {
            percent: percent ?? 100,
            costs: costs.reported,
            paid: grant.paid,
            limit,
            above: grant.paid - limit,
            share: share.reported,
          }),
        ]),
    ...(reported < decided
      ? [say('coFinancingBelowDecided', 'needsJudgement', { decided, reported, missing: decided - reported })]
      : []),
    ...(evidenced < reported
      ? [say('coFinancingUnproven', 'needsJudgement', { reported, evidenced, missing: reported - evidenced })]
      : []),
  ];
}

/**
 * Co-financing from plan to proof, per year and source, in whole kronor: as applied for, as decided, as reported, and
 * as somebody has seen proof of. Shares are grant ÷ costs. Findings of the years that are reported: paid above the
 * ceiling (paid × 100 ≤ costs × percent), less than decided, less proven than reported.
 */
export function computeFollowUp(facts: FollowUpFacts): FollowUp {
  const { application, plan, granted, paid, proven, reports } = facts;
  const mentioned = [
    ...[...application.costs, ...application.requested, ...application.coFinancing],
    ...[...plan.costs, ...plan.coFinancing, ...granted, ...paid, ...proven],
    ...reports.flatMap((report) => [...report.costs, ...report.coFinancing]),
  ].map(({ year }) => ({ year, amount: 0 }));
  const years = [...sumByYear(mentioned).keys()].map((year) => followYear(year, facts));
  const total = sumYears(years);
  return {
    percent: facts.percent,
    years,
    total,
    findings: years.flatMap((row) => checkYear(row, facts.percent)),
  };
}

/**
 * Proof is of money that was reported: what is proven of a year and source, with this, is at most what the report says.
 * Whole kronor.
 */
export function checkProof(proof: ProvenMoney, followUp: FollowUp, replaced: Kronor): Finding[] {
  const year = followUp.years.find((row) => row.year === proof.year);
  const steps = year?.sources.find((row) => row.source === proof.source);
  const { year: of, source, amount } = proof;
  const reported = steps?.reported ?? 0;
  const proven = (steps?.evidenced ?? 0) - replaced;
  return proven + amount <= reported
    ? []
    : [
        {
          code: 'proofAboveReported',
          outcome: 'notMet',
          citation: null,
          path: 'amount',
          data: { year: of, source, amount, proven, reported },
        },
      ];
}
