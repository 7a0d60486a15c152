import { Citation, Finding, OUTCOMES, Override, VERDICTS } from '../http/finding.view.js';
import {
  a,
  anything,
  count,
  day,
  flag,
  instant,
  many,
  number,
  oneOf,
  open,
  orNull,
  Shows,
  text,
  year,
} from '../http/view-fields.js';
import { DatasetRef } from '../measures/measure.view.js';
import { JudgementView } from './application.view.js';

type Verdict = (typeof VERDICTS)[number];

/** `verdict` is of the eligibility alone. */
export class Checks {
  @Shows(many(Finding)) eligibility: Finding[];
  @Shows(many(Finding)) coFinancing: Finding[];
  @Shows(many(Finding)) completeness: Finding[];
  @Shows(oneOf(VERDICTS)) verdict: Verdict;
}

export class WordingRef {
  @Shows(text) sfs: string;
  @Shows(orNull(text)) amendedBy: string | null;
  @Shows(day) validFrom: string;
}

class MeasureUsed {
  @Shows(text) code: string;
  @Shows(year) year: number;
  @Shows(a(DatasetRef)) dataset: DatasetRef;
}

const QUALITIES = ['official', 'computed', 'proxy'] as const;

/** A rule, or one threshold of a rule, with what its outcome was reached from. Figures are in the unit of the measure. */
class EvidenceLine {
  @Shows(text) rule: string;
  @Shows(orNull(a(Citation))) citation: Citation | null;
  @Shows(orNull(text)) measure: string | null;
  @Shows(orNull(text)) municipality: string | null;
  @Shows(orNull(number)) value: number | null;
  @Shows(orNull(number)) mean: number | null;
  @Shows(orNull(number)) standardDeviation: number | null;
  @Shows(orNull(number)) standardDeviations: number | null;
  @Shows(orNull(number)) threshold: number | null;
  @Shows(orNull(number)) z: number | null;
  @Shows(orNull(count)) n: number | null;
  @Shows(orNull(year)) year: number | null;
  @Shows(orNull(oneOf(QUALITIES))) quality: (typeof QUALITIES)[number] | null;
  @Shows(orNull(a(DatasetRef))) dataset: DatasetRef | null;
  @Shows(oneOf(OUTCOMES)) outcome: (typeof OUTCOMES)[number];
  @Shows(orNull(text)) reason: string | null;
  @Shows(orNull(a(Override))) override: Override | null;
}

/**
 * What was recorded at the latest submission: what was asked, of what, and what came out. It never changes:
 * an officer's judgement stands beside it, in `override` of a finding, in `judgements` and in `judgedVerdict`.
 */
export class EvidenceView extends Checks {
  @Shows(count) submission: number;
  @Shows(instant) submittedAt: string;
  @Shows(text) programmeCode: string;
  @Shows(a(WordingRef)) wording: WordingRef;
  @Shows(open) facts: object;
  @Shows(many(MeasureUsed)) measures: MeasureUsed[];
  @Shows(oneOf(VERDICTS)) judgedVerdict: Verdict;
  @Shows(many(JudgementView)) judgements: JudgementView[];
  @Shows(many(EvidenceLine)) card: EvidenceLine[];
}

/** One field of a finding: `data.thresholds[0].value`. */
class FieldDifference {
  @Shows(text) path: string;
  @Shows(anything) then: unknown;
  @Shows(anything) now: unknown;
}

class Difference {
  @Shows(text) code: string;
  @Shows(orNull(a(Finding))) then: Finding | null;
  @Shows(orNull(a(Finding))) now: Finding | null;
  @Shows(many(FieldDifference)) fields: FieldDifference[];
}

/** The same case on the data of today. */
class ReplayToday {
  @Shows(oneOf(VERDICTS)) verdict: Verdict;
  @Shows(flag) agrees: boolean;
  @Shows(many(Difference)) differences: Difference[];
}

/** Whether the recorded facts and data sets still lead to the recorded findings. */
export class Replay {
  @Shows(flag) agrees: boolean;
  @Shows(many(Difference)) differences: Difference[];
  @Shows(a(ReplayToday)) today: ReplayToday;
}
