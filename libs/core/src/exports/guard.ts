/** The guard of `guard_cell`, taken away: an apostrophe before what a spreadsheet would compute. */
export function unguarded(text: string): string {
  return /^'+[=+@\t\r\n＝＋－＠-]/.test(text) ? text.slice(1) : text;
}
