import { RECOMPUTATION_CAUSES } from '#core/eligibility';
import { WordingRef } from '../applications/evidence.view.js';
import { Finding, VERDICTS } from '../http/finding.view.js';
import {
  a,
  count,
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
import { DatasetRef } from '../measures/measure.view.js';
import { OrganisationRef } from '../organisations/organisation.view.js';

const QUALITIES = ['official', 'computed', 'proxy'] as const;

class EligibilityItem {
  @Shows(a(OrganisationRef)) organisation: OrganisationRef;
  @Shows(oneOf(VERDICTS)) verdict: (typeof VERDICTS)[number];
  @Shows(many(Finding)) findings: Finding[];
}

/** What the wording's rules about recipients say of every recipient. Rules about applications are asked of applications. */
export class ProgrammeEligibility {
  @Shows(text) programmeCode: string;
  @Shows(a(WordingRef)) wording: WordingRef;
  @Shows(count) total: number;
  @Shows(many(EligibilityItem)) items: EligibilityItem[];
}

class Verdicts {
  @Shows(count) eligible: number;
  @Shows(count) notEligible: number;
  @Shows(count) needsJudgement: number;
}

/** Mean and deviations over the municipalities, in the unit of the measure. */
class Scale {
  @Shows(text) measure: string;
  @Shows(year) year: number;
  @Shows(count) n: number;
  @Shows(orNull(number)) mean: number | null;
  @Shows(orNull(number)) populationDeviation: number | null;
  @Shows(orNull(number)) sampleDeviation: number | null;
  @Shows(oneOf(QUALITIES)) quality: (typeof QUALITIES)[number];
  @Shows(a(DatasetRef)) dataset: DatasetRef;
}

/** One pass over every recipient, wording and year; its rows are the export `eligibility`. */
export class EligibilityRecomputationView {
  @Shows(id) id: string;
  @Shows(oneOf(RECOMPUTATION_CAUSES)) cause: (typeof RECOMPUTATION_CAUSES)[number];
  @Shows(orNull(id)) datasetId: string | null;
  @Shows(id) recomputedBy: string;
  @Shows(instant) recomputedAt: string;
  @Shows(count) rowCount: number;
  @Shows(a(Verdicts)) verdicts: Verdicts;
  @Shows(many(Scale)) scales: Scale[];
}
