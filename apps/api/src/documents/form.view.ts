import { STEPS } from '#core/calls';
import { QUESTION_KINDS } from '#core/documents';
import { LANGUAGES, type Language } from '#text';
import { a, count, day, flag, id, many, oneOf, orNull, Shows, text, year } from '../http/view-fields.js';

class FormCallView {
  @Shows(id) id: string;
  @Shows(text) title: string;
  @Shows(text) programmeCode: string;
  @Shows(day) opensOn: string;
  @Shows(day) closesOn: string;
  @Shows(orNull(oneOf(STEPS))) step: (typeof STEPS)[number] | null;
  @Shows(many(year)) years: number[];
}

class HowToApply {
  @Shows(text) text: string;
  @Shows(many(text)) steps: string[];
}

/** `notAvailable`: which sections our sources do not show, if any. */
class RulesInWords {
  @Shows(text) text: string;
  @Shows(many(text)) items: string[];
  @Shows(orNull(text)) notAvailable: string | null;
}

class NamedCode {
  @Shows(text) code: string;
  @Shows(text) label: string;
}

/**
 * `field`: where the answer stands in an application, as `activities[].title`; `null` where the account tells it.
 * `sums` are kronor for each choice and year, `rows` as many as it takes with these columns; `lines` are for paper.
 */
class QuestionView {
  @Shows(orNull(text)) field: string | null;
  @Shows(oneOf(QUESTION_KINDS)) kind: (typeof QUESTION_KINDS)[number];
  @Shows(text) label: string;
  @Shows(orNull(text)) hint: string | null;
  @Shows(count) lines: number;
  @Shows(many(NamedCode)) choices: NamedCode[];
  @Shows(many(NamedCode)) columns: NamedCode[];
  @Shows(many(year)) years: number[];
}

/** `isRepeated`: answered once for each activity. */
class QuestionSectionView {
  @Shows(text) heading: string;
  @Shows(orNull(text)) hint: string | null;
  @Shows(flag) isRepeated: boolean;
  @Shows(many(QuestionView)) questions: QuestionView[];
}

/** The empty form of a call, in the language that `Accept-Language` asks for: the same as its PDF. */
export class ApplicationFormView {
  @Shows(oneOf(LANGUAGES)) language: Language;
  @Shows(a(FormCallView)) call: FormCallView;
  @Shows(flag) isExample: boolean;
  @Shows(text) title: string;
  @Shows(a(HowToApply)) how: HowToApply;
  @Shows(a(RulesInWords)) rules: RulesInWords;
  @Shows(many(QuestionSectionView)) sections: QuestionSectionView[];
}
