import { hasText, templateOf, type TextCode } from './dictionaries.js';
import type { Language } from './language.js';
import { NUMBER_FORMATS } from './numbers.js';
import { render, type Data, type Lookup } from './render.js';

export const lookupIn =
  (language: Language): Lookup =>
  (code) =>
    hasText(code) ? templateOf(language, code) : undefined;

/** The text of a code with its placeholders filled from `data`: see `render`. */
export function text(language: Language, code: TextCode, data: Data = {}): string {
  return render(language, templateOf(language, code), data, lookupIn(language));
}

/** A finding of a rule, or a problem with what was sent, which has no outcome. */
export interface Told {
  code: string;
  outcome?: string;
  data?: Data;
  citation?: unknown;
  /** An officer's judgement in place of what the rule said. */
  override?: { outcome: string; motive: string };
}

/** What a finding or a problem says, in the variant of its outcome when there is one. A code without text is told as it is. */
export function findingText(
  language: Language,
  { code, outcome, data = {}, citation, override }: Told,
): string {
  const judged = override && `finding.override.${override.outcome}`;
  if (judged && hasText(judged)) return text(language, judged, { motive: override.motive });
  const finding = [`finding.${code}.${outcome}`, `finding.${code}`];
  const codes = outcome === undefined ? [`problem.${code}`, ...finding] : [...finding, `problem.${code}`];
  const found = codes.find(hasText);
  return found === undefined ? code : text(language, found, { ...data, citation });
}

/** Whole kronor, as in every text. */
export function money(language: Language, amount: number): string {
  return NUMBER_FORMATS.kr!(language, amount)!;
}

/** A share 0–1 as percent, as in every text. */
export function share(language: Language, of: number): string {
  return NUMBER_FORMATS.share!(language, of)!;
}
