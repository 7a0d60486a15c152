import { PROOFS, type Proof } from '#core/reports';
import { REPORT_KINDS } from '../decisions/decision.dto.js';
import {
  a,
  count,
  day,
  Filled,
  flag,
  id,
  instant,
  many,
  number,
  oneOf,
  orNull,
  Shows,
  text,
  year,
} from '../http/view-fields.js';
import { OrganisationRef } from '../organisations/organisation.view.js';
import { EvidenceDemandRef } from '../reports/evidence-demand.view.js';
import { RiskWeightsDto } from './sample.dto.js';

export class SampleItem {
  @Shows(id) id: string;
  @Shows(orNull(id)) callId: string | null;
  @Shows(orNull(text)) programmeCode: string | null;
  @Shows(year) year: number;
  @Shows(count) size: number;
  @Shows(count) population: number;
  @Shows(text) seed: string;
  /** By whoever drew; otherwise by Medel. */
  @Shows(flag) isSeedChosen: boolean;
  @Shows(a(Filled(RiskWeightsDto))) weights: RiskWeightsDto;
  @Shows(many(oneOf(PROOFS))) proofs: Proof[];
  @Shows(id) drawnBy: string;
  @Shows(instant) drawnAt: string;
}

const thousandths = { ...count, maximum: 1000, description: 'Thousandths' };

/** What makes the report risky, part by part. */
class RiskPartsView {
  @Shows(thousandths) sum: number;
  @Shows(thousandths) share: number;
  @Shows(thousandths) firstTime: number;
  @Shows(thousandths) late: number;
  @Shows(thousandths) deviations: number;
}

/** Numerator ÷ denominator, exactly; `value` with six decimals, for reading. */
class ProbabilityView {
  @Shows(count) numerator: number;
  @Shows(count) denominator: number;
  @Shows(number) value: number;
}

/** A report that could be drawn. `score` is 1000 × base + the sum of weight × part. */
class SampleMemberView {
  @Shows(id) reportId: string;
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(text) registryNumber: string;
  @Shows(oneOf(REPORT_KINDS)) kind: (typeof REPORT_KINDS)[number];
  @Shows(day) dueOn: string;
  @Shows(a(RiskPartsView)) parts: RiskPartsView;
  @Shows(count) score: number;
  @Shows(a(ProbabilityView)) probability: ProbabilityView;
  @Shows(orNull(a(EvidenceDemandRef))) demand: EvidenceDemandRef | null;
}

export class SampleView extends SampleItem {
  @Shows(many(SampleMemberView)) drawn: SampleMemberView[];
  @Shows(many(SampleMemberView)) notDrawn: SampleMemberView[];
}

/** The same draw done again: the ids of the reports that it comes to. */
export class SampleReplay {
  @Shows(flag) agrees: boolean;
  @Shows(text) seed: string;
  @Shows(many(id)) drawn: string[];
}
