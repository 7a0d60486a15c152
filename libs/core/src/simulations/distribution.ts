import type { MeasureFacts } from '#domain/applications/facts';
import { allocateByLargestRemainder, type Allocation, type Weight } from '#domain/decisions/allocation';
import type { Finding } from '#domain/shared/finding';
import type { Kronor } from '#domain/shared/money';
import type { Recipient } from './recipient.queries.js';
import type { DistributionKey } from './simulation.js';

/** A recipient that nothing can be reckoned for, and why; it gets nothing, not even the floor. */
export interface LeftOut {
  recipient: Recipient;
  reason: 'noValue' | 'noPopulation';
}

export interface Distribution extends Allocation {
  weights: Weight[];
  leftOut: LeftOut[];
}

export interface Shared {
  total: Kronor;
  year: number;
  key: DistributionKey;
}

/** A sum shared as things are and as they would be, by the same values. */
export interface ComparedDistribution extends Shared {
  values: MeasureFacts | undefined;
  before: Distribution;
  after: Distribution;
  /** What a unit of weight gives today, given to everyone who would be eligible; `null` where it has no price. */
  totalAtTodaysRate: Kronor | null;
}

/** Shares a sum in whole kronor by value × inhabitants among those who have both, in the order of their codes. */
export function distribute(
  { total, year, key }: Shared,
  recipients: readonly Recipient[],
  facts: Pick<MeasureFacts, 'values'> | undefined,
): Distribution {
  const weights: Weight[] = [];
  const leftOut: LeftOut[] = [];
  for (const recipient of recipients) {
    const { kind, population } = recipient;
    const code = kind === 'municipality' ? (recipient.code ?? '') : '';
    const value = facts?.values[code] ?? null;
    if (value === null) leftOut.push({ recipient, reason: 'noValue' });
    else if (population === null) leftOut.push({ recipient, reason: 'noPopulation' });
    else weights.push({ code, weight: value, count: population });
  }
  const findings = facts ? [] : [noValues(key.measure, year)];
  const allocation =
    findings.length > 0
      ? { items: [], total: 0, findings }
      : allocateByLargestRemainder({ total, weights, ...boundsOf(key) });
  return { ...allocation, weights, leftOut };
}

function boundsOf({ floor, cap }: DistributionKey) {
  return { ...(floor === undefined ? {} : { floor }), ...(cap === undefined ? {} : { cap }) };
}

function noValues(measure: string, year: number): Finding {
  return {
    code: 'allocationNoValues',
    outcome: 'notMet',
    citation: null,
    data: { measure, year },
  };
}
