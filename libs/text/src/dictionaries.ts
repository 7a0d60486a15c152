import type { Language } from './language.js';
import type { sv } from './sv/index.js';

export type TextCode = keyof typeof sv;
type Dictionary = Readonly<Partial<Record<TextCode, string>>>;

/** The languages that this process knows: both on the server, the reader's own in a browser, which may lack some texts yet. */
const dictionaries = new Map<Language, Dictionary>();

export function provide(language: Language, dictionary: Dictionary): void {
  dictionaries.set(language, { ...dictionaries.get(language), ...dictionary });
}

/** @throws Error when the text was not provided. */
export function templateOf(language: Language, code: TextCode): string {
  const found = dictionaries.get(language)?.[code];
  if (found === undefined) throw new Error(`The text ${code} is not loaded in ${language}`);
  return found;
}

export function hasText(code: string): code is TextCode {
  for (const dictionary of dictionaries.values()) if (Object.hasOwn(dictionary, code)) return true;
  return false;
}

/** The codes that a group of texts has words for: `codesIn('step')` are `mapping` and `measures`. */
export function codesIn(group: string): string[] {
  const before = `${group}.`;
  const codes = [...dictionaries.values()].flatMap((dictionary) => Object.keys(dictionary));
  const own = codes.filter((code) => code.startsWith(before) && !code.includes('.', before.length));
  return [...new Set(own)].map((code) => code.slice(before.length));
}
