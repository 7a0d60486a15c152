import type { Kronor } from '../shared/money.js';

/** What a report may be risky by. */
export const RISK_PARTS = ['sum', 'share', 'firstTime', 'late', 'deviations'] as const;
export type RiskPart = (typeof RISK_PARTS)[number];

/** Each part in thousandths, 0–1000, so that every score is a whole number. */
export type RiskParts = Record<RiskPart, number>;

/** Whole numbers. `base` is at least 1: nothing is ever certain to be left out. */
export type RiskWeights = Record<RiskPart, number> & { base: number };

export const DEFAULT_WEIGHTS: RiskWeights = {
  base: 1,
  sum: 3,
  share: 1,
  firstTime: 2,
  late: 2,
  deviations: 2,
};

/** Whole kronor of the years that the report accounts for. */
export interface RiskFacts {
  granted: Kronor;
  /** The largest of `granted` among all that may be drawn. */
  largestGranted: Kronor;
  plannedCosts: Kronor;
  /** `null` while the report has not been handed in. */
  actualCosts: Kronor | null;
  /** The ceiling as a whole percent; `null` where the wording states none. */
  percent: number | null;
  /** No decision in its favour before this one. */
  isFirstTime: boolean;
  /** Handed in after its day, or not yet though it is over. */
  isLate: boolean;
}

const THOUSAND = 1000;

/** ⌊1000 × part ÷ whole⌋, at most 1000; 0 where there is no whole. Exact: no floats. */
function perMille(part: Kronor, whole: Kronor): number {
  if (whole <= 0) return 0;
  const share = (BigInt(part) * 1000n) / BigInt(whole);
  return share > 1000n ? THOUSAND : Number(share);
}

/**
 * How risky a report is, part by part, each 0–1000:
 * sum = granted ÷ largest granted; share = granted ÷ (planned costs × ceiling), so that 1000 is at the ceiling;
 * firstTime and late are 0 or 1000; deviations = |actual − planned| ÷ planned costs, 0 until it is handed in. Each is rounded
 * down and never above 1000.
 */
export function computeRiskParts(facts: RiskFacts): RiskParts {
  const { granted, largestGranted, plannedCosts, actualCosts, percent } = facts;
  const deviation = actualCosts === null ? 0 : Math.abs(actualCosts - plannedCosts);
  return {
    sum: perMille(granted, largestGranted),
    share: perMille(granted * 100, plannedCosts * (percent ?? 100)),
    firstTime: facts.isFirstTime ? THOUSAND : 0,
    late: facts.isLate ? THOUSAND : 0,
    deviations: perMille(deviation, plannedCosts),
  };
}

/** score = 1000 × base + Σ weight × part. A whole number of at least 1000. */
export function computeRiskScore(parts: RiskParts, weights: RiskWeights): number {
  return RISK_PARTS.reduce((score, part) => score + weights[part] * parts[part], THOUSAND * weights.base);
}
