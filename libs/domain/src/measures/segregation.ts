import type { AreaCounts } from './area-counts.js';
import { ATKINSON_PARAMETER, computeAtkinson } from './atkinson.js';
import { computeDissimilarity } from './dissimilarity.js';
import { computeEntropy, computeInformationTheoryIndex, computeMutualInformation } from './entropy.js';
import { computeCorrelationRatio, computeExposure, computeIsolation } from './exposure.js';
import { computeGini } from './gini.js';
import type { MeasureResult } from './measure-result.js';

type Compute = (areas: AreaCounts) => MeasureResult;

/** Measures of two groups, x and y, by code. Atkinson with b = ½. */
export const twoGroupMeasures = {
  dissimilarity: computeDissimilarity,
  isolation: computeIsolation,
  exposure: computeExposure,
  correlationRatio: computeCorrelationRatio,
  gini: computeGini,
  atkinson: (areas: AreaCounts) => computeAtkinson(areas, ATKINSON_PARAMETER),
} as const satisfies Record<string, Compute>;

/** Measures of any number of groups, by code. */
export const multiGroupMeasures = {
  entropy: computeEntropy,
  mutualInformation: computeMutualInformation,
  informationTheoryIndex: computeInformationTheoryIndex,
} as const satisfies Record<string, Compute>;

export type SegregationCode = keyof typeof twoGroupMeasures | keyof typeof multiGroupMeasures;
export type SegregationResults = Record<SegregationCode, MeasureResult>;

/**
 * Every measure that is computed from counts: those of two groups on `pair` (see `pairOf`, `againstRest`), the others on
 * all groups. Shares 0–1; entropy and mutual information in nats. Throws `InvalidMeasureInput` as its parts do.
 */
export function computeSegregation(areas: AreaCounts, pair: AreaCounts = areas): SegregationResults {
  const results = [
    ...Object.entries(twoGroupMeasures).map(([code, compute]) => [code, compute(pair)] as const),
    ...Object.entries(multiGroupMeasures).map(([code, compute]) => [code, compute(areas)] as const),
  ];
  return Object.fromEntries(results) as SegregationResults;
}
