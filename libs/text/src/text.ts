import { en } from './en/index.js';
import type { Language } from './language.js';
import { render, type Data } from './render.js';
import { sv } from './sv/index.js';

export type TextCode = keyof typeof sv;

const texts: Record<Language, Record<TextCode, string>> = { sv, en };

export function hasText(code: string): code is TextCode {
  return Object.hasOwn(sv, code);
}

/** The text of a code with its placeholders filled from `data`: see `render`. */
export function text(language: Language, code: TextCode, data: Data = {}): string {
  const lookup = (name: string) => (hasText(name) ? texts[language][name] : undefined);
  return render(language, texts[language][code], data, lookup);
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
