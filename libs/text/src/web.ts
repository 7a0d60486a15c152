import { areas, type Area } from './areas.js';
import { provide } from './dictionaries.js';
import type { Language } from './language.js';

export type { Area } from './areas.js';
export { hasText, type TextCode } from './dictionaries.js';
export { headingCode } from './headings.js';
export { LANGUAGES, type Language } from './language.js';
export { findingText, share, text, type Told } from './text.js';
export { NUMBER_FORMATS } from './numbers.js';

/** What this browser has been asked for: where one is added, both are fetched in all of the other. */
const languages = new Set<Language>();
const asked = new Set<Area>();

/** A browser fetches one language, another when it is chosen: what any page may say, and the areas that were asked for. */
export async function loadLanguage(language: Language): Promise<void> {
  languages.add(language);
  const first = language === 'sv' ? import('./sv/web/first.js') : import('./en/web/first.js');
  const [{ first: words }] = await Promise.all([first, fetchAll([language], asked)]);
  provide(language, words);
}

/** What the pages of some areas say, in the languages that are in use. */
export async function loadAreas(wanted: readonly Area[]): Promise<void> {
  for (const area of wanted) asked.add(area);
  await fetchAll(languages, wanted);
}

async function fetchAll(of: Iterable<Language>, wanted: Iterable<Area>): Promise<void> {
  const both = [...of].flatMap((language) => [...wanted].map((area) => [language, area] as const));
  await Promise.all(
    both.map(async ([language, area]) => {
      for (const module of await Promise.all<object>(areas[language][area]()))
        for (const dictionary of Object.values(module)) provide(language, dictionary as object);
    }),
  );
}
