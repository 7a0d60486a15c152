import { codesIn, hasText, text, type Language } from '#text';
import type { ExportColumn, ExportKind } from './export-kind.js';

/** A code as people read it, also several that stand apart by spaces. What is no code stands as it is. */
export function inWords(language: Language, words: string, cell: string): string {
  const whole = wordOf(language, words, cell);
  if (whole !== undefined) return whole;
  const each = cell.split(' ').map((code) => wordOf(language, words, code));
  return each.includes(undefined) ? cell : each.join(', ');
}

function wordOf(language: Language, words: string, code: string): string | undefined {
  const name = `${words}.${code}`;
  return hasText(name) ? text(language, name) : undefined;
}

/** Every code that may stand in a coded column, whether it does or not, with its word. */
export function wordsOf(language: Language, { words }: ExportColumn): [code: string, word: string][] {
  if (words === undefined) return [];
  return codesIn(words).map((code) => [code, inWords(language, words, code)]);
}

/** What a kind's filter `status` is of. */
export function statusWords({ columns }: Pick<ExportKind, 'columns'>): string | undefined {
  return columns.find(({ key }) => key === 'status' || key === 'verdict')?.words;
}

/** What a kind's filter `status` may be. */
export function statusesOf(kind: Pick<ExportKind, 'columns' | 'statuses'>): readonly string[] {
  const words = statusWords(kind);
  return kind.statuses ?? (words === undefined ? [] : codesIn(words));
}
