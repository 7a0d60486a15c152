import { toNfc } from '#domain/shared/nfc';
import type { Stored } from '#platform/storage';

/** A file that was sent and lies in the storage. */
export interface SentFile extends Stored {
  key: string;
  name: string;
  /** The media type that it was sent with; empty where none was told. */
  type: string;
}

const LONGEST_NAME = 200;

/**
 * A name to show: what a sender calls a file is not to be trusted with more. One that is too long keeps its ending, as
 * that is what whoever fetches it opens it by.
 */
export function shownName(name: string): string {
  const shown = toNfc(name)
    .replace(/[\p{C}/\\]/gu, '')
    .toWellFormed();
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(shown)?.[0] ?? '';
  const stem = shown.slice(0, shown.length - ending.length);
  return `${cut(stem, LONGEST_NAME - ending.length)}${ending}` || 'file';
}

/** Never in the midst of a character. */
function cut(text: string, most: number): string {
  let length = 0;
  let kept = '';
  for (const char of text) {
    length += char.length;
    if (length > most) break;
    kept += char;
  }
  return kept;
}
