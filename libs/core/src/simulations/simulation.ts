import type { Deviation } from '#domain/measures/standard-score';
import type { RecipientKind, Threshold } from '#domain/regulations/index';
import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor } from '#domain/shared/money';

/** What a sum is distributed by: a measure × inhabitants, none less than the floor and none more than the cap. */
export interface DistributionKey {
  measure: string;
  floor?: Kronor;
  cap?: Kronor;
}

/** What would be otherwise. What is left out is as it is today. */
export interface AskedSimulation {
  threshold?: number;
  thresholds?: readonly Threshold[];
  combine?: 'any' | 'all';
  deviation?: Deviation;
  measureYear?: number;
  asOf?: LocalDate;
  datasetId?: string;
  kinds?: readonly RecipientKind[];
  total?: Kronor;
  year?: number;
  key?: DistributionKey;
}

/** `eligible`: all rules about recipients are met; `notExcluded`: none is not met; `all`: whoever has a value. */
export const AMONG = ['eligible', 'notExcluded', 'all'] as const;
export type Among = (typeof AMONG)[number];

export interface AskedAllocation {
  total: Kronor;
  year: number;
  key: DistributionKey;
  among: Among;
  asOf?: LocalDate;
}
