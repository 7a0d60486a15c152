/** What is shown of a file's own words: short, and nothing that cannot be stored or printed. */
export function excerpt(word: string): string {
  const short = word.length > 80 ? `${word.slice(0, 79)}…` : word;
  // eslint-disable-next-line no-control-regex -- they are what is removed
  return short.replace(/[\u0000-\u001f\u007f]/g, ' ').toWellFormed();
}
