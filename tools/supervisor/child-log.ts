import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { say } from './say.js';

const rotateAt = 20 * 1024 * 1024;
const warning = 40;

/** Writes what a child says to a file, repeats warnings and errors in the terminal, and remembers the last lines. */
export function childLog(name: string, file: string) {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > rotateAt) renameSync(file, `${file}.1`);
  const output = createWriteStream(file, { flags: 'a', mode: 0o600 });
  const last: string[] = [];

  const follow = (stream: Readable, isError: boolean): void => {
    const add = (line: string): void => {
      output.write(`${line}\n`);
      last.push(line);
      if (last.length > 20) last.shift();
      const notable = notableMessage(line, isError);
      if (notable) say(`${name}: ${notable}`);
    };
    // Cut at newlines alone: JSON holds U+2028 as it is, where node:readline may end a line.
    let rest = '';
    stream.setEncoding('utf8').on('data', (piece: string) => {
      const lines = (rest + piece).split('\n');
      rest = lines.pop()!;
      lines.forEach(add);
    });
    stream.on('end', () => rest && add(rest));
  };
  return { file, follow, lastLines: () => last.join('\n') };
}

/** A line of JSON is notable from the level of a warning; any other line when it came on stderr. */
function notableMessage(line: string, isError: boolean): string | undefined {
  try {
    const entry = JSON.parse(line) as { level?: number | string; msg?: string; err?: { message?: string } };
    const serious =
      Number(entry.level) >= warning || ['warn', 'error', 'fatal'].includes(String(entry.level));
    return serious ? [entry.msg, entry.err?.message].filter(Boolean).join(': ') : undefined;
  } catch {
    return isError && line.trim() ? line : undefined;
  }
}
