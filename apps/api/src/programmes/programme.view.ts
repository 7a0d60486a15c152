import { MATERIALS, RETENTION_GROUNDS } from '#core/thinnings';
import { Citation } from '../http/finding.view.js';
import { a, count, day, flag, many, maybe, oneOf, open, orNull, Shows, text } from '../http/view-fields.js';

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

const HANDLINGS = ['thin', 'keep'] as const;
const RETENTION_EVENTS = ['discarded', 'callClosed', 'refusedOrWithdrawn'] as const;

/** What is thinned (gallras) is so `years` after `event`. */
export class RetentionRuleView {
  @Shows(oneOf(MATERIALS)) material: (typeof MATERIALS)[number];
  @Shows(oneOf(HANDLINGS)) handling: (typeof HANDLINGS)[number];
  @Shows(maybe(oneOf(RETENTION_EVENTS))) event?: (typeof RETENTION_EVENTS)[number];
  @Shows(maybe(count)) years?: number;
  @Shows(oneOf(RETENTION_GROUNDS)) ground: (typeof RETENTION_GROUNDS)[number];
  @Shows(many(text)) provisions: string[];
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
  @Shows(many(RetentionRuleView)) retention: RetentionRuleView[];
  @Shows(many(WordingView)) wordings: WordingView[];
}
