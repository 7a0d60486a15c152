import { hasText } from './dictionaries.js';

/** The text that heads a column of an export: its kind's own, where the same key is another thing there. */
export function headingCode(kind: string, key: string): string {
  const own = `column.${key}.${kind}`;
  return hasText(own) ? own : `column.${key}`;
}
