import type { Stored } from '#platform/storage';

/** A file that was sent and lies in the storage. */
export interface SentFile extends Stored {
  key: string;
  name: string;
  /** The media type that it was sent with; empty where none was told. */
  type: string;
}

/** A name to show: what a sender calls a file is not to be trusted with more. */
export function shownName(name: string): string {
  const shown = name
    .normalize('NFC')
    .replace(/[\p{C}/\\]/gu, '')
    .slice(0, 200)
    .toWellFormed();
  return shown || 'file';
}
