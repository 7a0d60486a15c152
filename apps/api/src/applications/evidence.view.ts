import { Finding, VERDICTS } from '../http/finding.view.js';
import {
  a,
  count,
  day,
  flag,
  instant,
  many,
  oneOf,
  open,
  orNull,
  Shows,
  text,
  year,
} from '../http/view-fields.js';
import { DatasetRef } from '../measures/measure.view.js';

type Verdict = (typeof VERDICTS)[number];

/** `verdict` is of the eligibility alone. */
export class Checks {
  @Shows(many(Finding)) eligibility: Finding[];
  @Shows(many(Finding)) coFinancing: Finding[];
  @Shows(many(Finding)) completeness: Finding[];
  @Shows(oneOf(VERDICTS)) verdict: Verdict;
}

class WordingRef {
  @Shows(text) sfs: string;
  @Shows(orNull(text)) amendedBy: string | null;
  @Shows(day) validFrom: string;
}

class MeasureUsed {
  @Shows(text) code: string;
  @Shows(year) year: number;
  @Shows(a(DatasetRef)) dataset: DatasetRef;
}

/** What was recorded at the latest submission: what was asked, of what, and what came out. */
export class EvidenceView extends Checks {
  @Shows(count) submission: number;
  @Shows(instant) submittedAt: string;
  @Shows(text) programmeCode: string;
  @Shows(a(WordingRef)) wording: WordingRef;
  @Shows(open) facts: object;
  @Shows(many(MeasureUsed)) measures: MeasureUsed[];
}

class Difference {
  @Shows(text) code: string;
  @Shows(orNull(a(Finding))) then: Finding | null;
  @Shows(orNull(a(Finding))) now: Finding | null;
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
