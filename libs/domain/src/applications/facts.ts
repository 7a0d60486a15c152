import type { LocalDate } from '../shared/local-date.js';
import type { RecipientKind, Step } from '../regulations/rule.js';
import type { ApplicationContent } from './application-content.js';

export interface RecipientFacts {
  id: string;
  kind: RecipientKind;
  /** Four digits for a municipality, two for a region, `null` for others. */
  code: string | null;
  name: string;
  /** Municipality codes: a region's municipalities, an association's members. Empty for others. */
  memberCodes: readonly string[];
}

export type Quality = 'official' | 'computed' | 'proxy';

export interface DatasetFacts {
  id: string;
  source: string;
  vintage: string;
  sha256: string;
}

/** Inhabitants of one year, for rules that weigh by population. */
export interface PopulationFacts {
  year: number;
  dataset: DatasetFacts;
  /** Persons by municipality code. */
  values: Readonly<Record<string, number | null>>;
}

/** One measure of one year, over all municipalities that have a value. */
export interface MeasureFacts {
  code: string;
  year: number;
  quality: Quality;
  dataset: DatasetFacts;
  /** By municipality code; `null` or absent where there is no value. */
  values: Readonly<Record<string, number | null>>;
  /** Only where a rule weighs by population. */
  populations?: PopulationFacts;
}

export type MeasuresByCode = Readonly<Record<string, MeasureFacts | undefined>>;

export interface CallFacts {
  opensOn: LocalDate;
  /** Inclusive. */
  closesOn: LocalDate;
  step: Step | null;
  years: readonly number[];
}

/** Everything that the rules of a wording may ask about a case. Enough to judge it again, with the same result. */
export interface CaseFacts {
  recipient: RecipientFacts;
  /** The kind of each of `content.partners`, in order; `null` for an organisation that we do not know. */
  partnerKinds: readonly (RecipientKind | null)[];
  measures: MeasuresByCode;
  content: ApplicationContent;
  call: CallFacts;
  /** The day judged: of submission, or today for a draft. */
  submittedOn: LocalDate;
  /** Steps of the programme for which the recipient has an approved report. */
  approvedSteps: readonly string[];
  /** The recipient's reports that are not approved yet. */
  unsettledReports: readonly { id: string; dueOn: LocalDate }[];
}
