import type { Problem } from '#platform/errors';
import { hasText, text } from '#text';
import type { Language } from '#text';

export { findingText, preferredLanguage, text, type Language } from '#text';

/** The sentence for one wrong field. */
export function problemText(language: Language, { code, data }: Problem): string {
  const key = `problem.${code}`;
  return hasText(key) ? text(language, key, data) : code;
}

/** The sentence for one line of a file that cannot be loaded. */
export function rowText(language: Language, { code, data }: Problem): string {
  const key = `importRow.${code}`;
  return hasText(key) ? text(language, key, data) : code;
}
