import { AMONG, type Among } from '#core/simulations';
import { RECIPIENT_KINDS } from '#core/vocabulary';
import { Amount, Day, Decimal, Id, List, Nested, OneOf, Text, Words, Year } from '../http/fields.js';

const FAR = 100;

class ThresholdDto {
  @Text({ min: 1, max: 100 }) measure: string;
  @Decimal(-FAR, FAR) standardDeviations: number;
}

class DistributionKeyDto {
  @Text({ min: 1, max: 100 }) measure: string;
  @Amount({ optional: true }) floor?: number;
  @Amount({ optional: true }) cap?: number;
}

/** What would be otherwise; what is left out is as it is today. */
export class SimulationDto {
  /** Standard deviations, for every measure of the rule. */
  @Decimal(-FAR, FAR, { optional: true }) threshold?: number;
  /** In place of the rule's own measures and thresholds. */
  @List(() => ThresholdDto, { min: 1, max: 20, optional: true }) thresholds?: ThresholdDto[];
  @OneOf(['any', 'all'], { optional: true }) combine?: 'any' | 'all';
  @OneOf(['population', 'sample'], { optional: true }) deviation?: 'population' | 'sample';
  /** Values of this year; of the latest where it is left out. */
  @Year({ optional: true }) measureYear?: number;
  /** Data sets that were there on this day. */
  @Day({ optional: true }) asOf?: string;
  /** This data set, for the measures that it has. */
  @Id({ optional: true }) datasetId?: string;
  /** The kinds of recipient to look at; those that the wording lets apply where it is left out. */
  @Words(RECIPIENT_KINDS, { optional: true }) kinds?: (typeof RECIPIENT_KINDS)[number][];
  /** With `year` and `key`: what it would cost, as in a distribution. */
  @Amount({ optional: true }) total?: number;
  @Year({ optional: true }) year?: number;
  @Nested(() => DistributionKeyDto, { optional: true }) key?: DistributionKeyDto;
}

export class AllocationDto {
  @Amount() total: number;
  /** The key's values are of this year, or of the last one before it that has any. */
  @Year() year: number;
  @Nested(() => DistributionKeyDto) key: DistributionKeyDto;
  /** Who shares: `eligible` meets every rule about recipients, `notExcluded` fails none, `all` has a value. */
  @OneOf(AMONG, { optional: true }) among: Among = 'eligible';
  @Day({ optional: true }) asOf?: string;
}
