import { AMONG, type Among } from '#core/simulations';
import { Citation, Finding, OUTCOMES, VERDICTS } from '../http/finding.view.js';
import {
  a,
  count,
  day,
  id,
  kronor,
  many,
  maybe,
  number,
  oneOf,
  orNull,
  Shows,
  text,
  year,
} from '../http/view-fields.js';
import { DatasetRef, QUALITIES, type Quality } from '../measures/measure.view.js';
import { OrganisationRef } from '../organisations/organisation.view.js';

type Verdict = (typeof VERDICTS)[number];
type Outcome = (typeof OUTCOMES)[number];
const CHANGES = ['enters', 'leaves', 'none'] as const;
const COMBINATIONS = ['any', 'all'] as const;
const DEVIATIONS = ['population', 'sample'] as const;
const difference = { ...kronor, minimum: -kronor.maximum! };

/** A threshold of the rule, laid on the values; null where the measure has none. */
class SimulatedThreshold {
  @Shows(text) measure: string;
  @Shows(number) standardDeviations: number;
  @Shows(orNull(number)) threshold: number | null;
  @Shows(orNull(number)) mean: number | null;
  @Shows(orNull(number)) standardDeviation: number | null;
  @Shows(count) n: number;
  @Shows(orNull(year)) year: number | null;
  @Shows(orNull(oneOf(QUALITIES))) quality: Quality | null;
  @Shows(orNull(a(DatasetRef))) dataset: DatasetRef | null;
}

/** Why recipients need judgement, and how many. `measure` is null where the reason is no measure's. */
class ReasonCount {
  @Shows(text) code: string;
  @Shows(orNull(text)) measure: string | null;
  @Shows(text) reason: string;
  @Shows(count) recipients: number;
}

/** A rule and its values, and how many recipients come out how. A call without a rule about measures has no thresholds. */
class SimulatedSetting {
  @Shows(day) wordingFrom: string;
  @Shows(orNull(oneOf(COMBINATIONS))) combine: (typeof COMBINATIONS)[number] | null;
  @Shows(orNull(oneOf(DEVIATIONS))) deviation: (typeof DEVIATIONS)[number] | null;
  @Shows(many(SimulatedThreshold)) thresholds: SimulatedThreshold[];
  @Shows(count) eligible: number;
  @Shows(count) needsJudgement: number;
  @Shows(count) notEligible: number;
  @Shows(many(ReasonCount)) reasons: ReasonCount[];
}

/** How a municipality stands to a threshold; `value` is null for others, whose members stand in `through`. */
class Standing {
  @Shows(text) measure: string;
  @Shows(number) standardDeviations: number;
  @Shows(orNull(number)) threshold: number | null;
  @Shows(orNull(number)) value: number | null;
  @Shows(orNull(number)) z: number | null;
  @Shows(oneOf(OUTCOMES)) outcome: Outcome;
  @Shows(orNull(text)) reason: string | null;
}

/** A member municipality that makes the outcome what it is. */
class Member {
  @Shows(text) code: string;
  @Shows(many(Standing)) measures: Standing[];
}

class RuleOutcome {
  @Shows(text) code: string;
  @Shows(oneOf(OUTCOMES)) outcome: Outcome;
  @Shows(orNull(a(Citation))) citation: Citation | null;
  @Shows(orNull(text)) reason: string | null;
}

/** `before` by today's rule and values, `verdict` by the simulated. Amounts stand there when a sum was distributed. */
class SimulatedRecipient {
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(orNull(count)) population: number | null;
  @Shows(oneOf(VERDICTS)) before: Verdict;
  @Shows(oneOf(VERDICTS)) verdict: Verdict;
  @Shows(oneOf(CHANGES)) change: (typeof CHANGES)[number];
  @Shows(many(RuleOutcome)) findings: RuleOutcome[];
  @Shows(many(Standing)) measures: Standing[];
  @Shows(many(Member)) through: Member[];
  @Shows(maybe(kronor)) amountBefore?: number;
  @Shows(maybe(kronor)) amount?: number;
  @Shows(maybe(difference)) difference?: number;
}

class DistributionKey {
  @Shows(text) measure: string;
  @Shows(maybe(kronor)) floor?: number;
  @Shows(maybe(kronor)) cap?: number;
}

/** The values that a sum was distributed by. */
class KeyValues {
  @Shows(text) measure: string;
  @Shows(year) year: number;
  @Shows(oneOf(QUALITIES)) quality: Quality;
  @Shows(a(DatasetRef)) dataset: DatasetRef;
}

/** Gets nothing, not even the floor: nothing can be reckoned for it. */
class LeftOut {
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(oneOf(['noValue', 'noPopulation'])) reason: string;
}

/** `findings` say why the sum cannot be distributed so; `total` is then 0. */
class DistributionSide {
  @Shows(count) recipients: number;
  @Shows(kronor) total: number;
  @Shows(many(Finding)) findings: Finding[];
  @Shows(many(LeftOut)) leftOut: LeftOut[];
}

/** `totalAtTodaysRate`: what it would cost to give all who would be eligible as much by weight as is given today. */
class SimulatedDistribution {
  @Shows(kronor) total: number;
  @Shows(year) year: number;
  @Shows(a(DistributionKey)) key: DistributionKey;
  @Shows(orNull(a(KeyValues))) values: KeyValues | null;
  @Shows(a(DistributionSide)) before: DistributionSide;
  @Shows(a(DistributionSide)) after: DistributionSide;
  @Shows(orNull({ type: 'integer', minimum: 0, description: 'Whole kronor' })) totalAtTodaysRate:
    number | null;
}

/** Every recipient stands in one of `eligible`, `needsJudgement` and `notEligible`; those who change stand in `enters` or `leaves` too. */
export class SimulationView {
  @Shows(id) callId: string;
  @Shows(text) programmeCode: string;
  @Shows(a(SimulatedSetting)) today: SimulatedSetting;
  @Shows(a(SimulatedSetting)) simulated: SimulatedSetting;
  @Shows(many(SimulatedRecipient)) eligible: SimulatedRecipient[];
  @Shows(many(SimulatedRecipient)) needsJudgement: SimulatedRecipient[];
  @Shows(many(SimulatedRecipient)) notEligible: SimulatedRecipient[];
  @Shows(many(SimulatedRecipient)) enters: SimulatedRecipient[];
  @Shows(many(SimulatedRecipient)) leaves: SimulatedRecipient[];
  @Shows(orNull(a(SimulatedDistribution))) distribution: SimulatedDistribution | null;
}

/** `weight` is value × population. */
class AllocationItem {
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(number) value: number;
  @Shows(count) population: number;
  @Shows(number) weight: number;
  @Shows(kronor) amount: number;
}

/** A proposal, in the order of codes: the amounts sum to `total`, to the krona. */
export class AllocationView {
  @Shows(id) callId: string;
  @Shows(many(AllocationItem)) items: AllocationItem[];
  @Shows(kronor) total: number;
  @Shows(year) year: number;
  @Shows(a(DistributionKey)) key: DistributionKey;
  @Shows(oneOf(AMONG)) among: Among;
  @Shows(orNull(a(KeyValues))) values: KeyValues | null;
  @Shows(many(LeftOut)) leftOut: LeftOut[];
}
