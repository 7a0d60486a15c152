import { Citation } from '../http/finding.view.js';
import { a, day, flag, many, oneOf, open, orNull, Shows, text } from '../http/view-fields.js';

const APPEALS = ['none', 'court', 'unknown'] as const;
const CARRY_OVERS = ['allowed', 'none', 'unknown'] as const;

class Title {
  @Shows(text) sv: string;
  @Shows(text) en: string;
}

class Appeal {
  @Shows(oneOf(APPEALS)) kind: (typeof APPEALS)[number];
  @Shows(orNull(a(Citation))) citation: Citation | null;
}

class Repeal {
  @Shows(text) by: string;
  @Shows(orNull(day)) on: string | null;
}

/** What `parameters` holds depends on `kind`. */
class RuleView {
  @Shows(text) code: string;
  @Shows(orNull(a(Citation))) citation: Citation | null;
  @Shows(text) kind: string;
  @Shows(open) parameters: object;
}

/** An ordinance's text between two days; `validTo` is the first day it no longer holds. */
class WordingView {
  @Shows(text) sfs: string;
  @Shows(orNull(text)) amendedBy: string | null;
  @Shows(day) validFrom: string;
  @Shows(orNull(day)) validTo: string | null;
  @Shows(many(text)) sectionsNotAvailable: string[];
  @Shows(many(RuleView)) rules: RuleView[];
}

export class ProgrammeView {
  @Shows(text) code: string;
  @Shows(text) name: string;
  @Shows(a(Title)) title: Title;
  @Shows(flag) isExample: boolean;
  @Shows(a(Appeal)) appeal: Appeal;
  /** Whether a year's unused money may go to the next. */
  @Shows(oneOf(CARRY_OVERS)) carryOver: (typeof CARRY_OVERS)[number];
  @Shows(orNull(a(Repeal))) repealed: Repeal | null;
  @Shows(many(WordingView)) wordings: WordingView[];
}
