import { a, day, id, instant, maybe, oneOf, open, orNull, Shows, text } from './view-fields.js';

export const OUTCOMES = ['met', 'notMet', 'needsJudgement'] as const;
export const VERDICTS = ['eligible', 'notEligible', 'needsJudgement'] as const;

/** The place in law that a rule comes from. */
export class Citation {
  @Shows(text) sfs: string;
  @Shows(text) section: string;
  @Shows(day) wordingFrom: string;
}

const JUDGED = ['met', 'notMet'] as const;

/** An officer's judgement in place of what the rule said, `computed`. */
export class Override {
  @Shows(oneOf(OUTCOMES)) computed: (typeof OUTCOMES)[number];
  @Shows(oneOf(JUDGED)) outcome: (typeof JUDGED)[number];
  @Shows(text) motive: string;
  @Shows(id) by: string;
  @Shows(instant) at: string;
}

/** What a rule says of a case. `citation` is null for what no section of the ordinance states. */
export class Finding {
  @Shows(text) code: string;
  @Shows(oneOf(OUTCOMES)) outcome: (typeof OUTCOMES)[number];
  @Shows(orNull(a(Citation))) citation: Citation | null;
  @Shows(maybe(text)) path?: string;
  @Shows(open) data: object;
  @Shows(maybe(a(Override))) override?: Override;
}
