const LONGEST = 80;

/** The beginning of a text, at most `max` UTF-16 code units; a character that is cut in two is no text and becomes U+FFFD. */
export const beginningOf = (text: string, max: number): string => text.slice(0, max).toWellFormed();

/** What is shown of a file's own words: short, and nothing that cannot be stored or printed. */
export function excerpt(word: string): string {
  const short = word.length > LONGEST ? `${word.slice(0, LONGEST - 1)}…` : word;
  // eslint-disable-next-line no-control-regex -- they are what is removed
  return short.replace(/[\u0000-\u001f\u007f]/g, ' ').toWellFormed();
}
