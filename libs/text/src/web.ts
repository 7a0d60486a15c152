import { provide } from './dictionaries.js';
import type { Language } from './language.js';
import type { first } from './sv/web/index.js';

export { hasText } from './dictionaries.js';
export { LANGUAGES, type Language } from './language.js';
export { findingText, share, text, type Told } from './text.js';
export { NUMBER_FORMATS } from './numbers.js';

/** What is there from the first page on. */
export type TextCode = keyof typeof first;

/** A browser fetches the texts of one language: first what every page needs … */
export async function loadLanguage(language: Language): Promise<void> {
  const { first } = await (language === 'sv' ? import('./sv/web/index.js') : import('./en/web/index.js'));
  provide(language, first);
}

/** … then what findings and rules say. */
export async function loadFindings(language: Language): Promise<void> {
  const all = language === 'sv' ? (await import('./sv/index.js')).sv : (await import('./en/index.js')).en;
  provide(language, all);
}
