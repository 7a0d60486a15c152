import { say } from '../supervisor/say.js';

/** What the walk prints: chapters, acts (✓), refusals that should be refusals (✗), and details below them. */
const WIDTH = 110;
// `hasColors` knows of NO_COLOR.
const hasColours = process.stdout.isTTY && process.stdout.hasColors();
const paint = (code: number) => (text: string) => (hasColours ? `\u001b[${code}m${text}\u001b[0m` : text);
const [bold, dim, red, green] = [paint(1), paint(2), paint(31), paint(32)];

export const count = { acts: 0, refusals: 0, checks: 0 };

export function chapter(number: number, title: string): void {
  say(`\n${bold(`${number}  ${title}`)}`);
}

/** Somebody did something, and the system answered as it should. */
export function done(text: string): void {
  count.acts += 1;
  marked(green('✓'), text);
}

/** Somebody tried something, and was refused as it should be. */
export function refused(text: string): void {
  count.refusals += 1;
  marked(red('✗'), text);
}

export function detail(text: string, indent = 5): void {
  for (const line of wrap(text, WIDTH - indent)) say(dim(' '.repeat(indent) + line));
}

/** A list below an act: what follows the mark hangs under its beginning. */
export function item(mark: string, text: string): void {
  const [first = '', ...rest] = wrap(text, WIDTH - 7 - mark.length);
  say(dim(`     ${mark} ${first}`));
  for (const line of rest) say(dim(' '.repeat(6 + mark.length) + line));
}

/** The first column to the left, the others to the right unless `left`. */
export function table(rows: readonly (readonly string[])[], align: 'left' | 'right' = 'right'): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 || align === 'left' ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
    );
    say(dim(`     ${cells.join('   ').trimEnd()}`));
  }
}

export function plain(text: string): void {
  for (const line of wrap(text, WIDTH)) say(line);
}

export function failed(text: string): void {
  say(red(bold(text)));
}

function marked(mark: string, text: string): void {
  const [first = '', ...rest] = wrap(text, WIDTH - 5);
  say(`   ${mark} ${first}`);
  for (const line of rest) say(`     ${line}`);
}

/** Breaks at spaces, never at the space inside a number: that one is no-break. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
