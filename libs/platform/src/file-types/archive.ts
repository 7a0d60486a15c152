import { finished } from 'node:stream/promises';
import { openPromise, type Entry } from 'yauzl';

const MOST_ENTRIES = 5_000;
/** Bytes, all entries together. */
const MOST_UNPACKED = 250 * 1024 * 1024;
/** Times the file's own size; text packs well, but no document packs better than this. */
const MOST_RATIO = 100;
const SMALL = 1024 * 1024;

/** What makes a packed document one that nobody should have to open. */
export const ARCHIVE_FAULTS = ['unreadable', 'tooManyEntries', 'tooLarge', 'encrypted', 'macros'] as const;
export type ArchiveFault = (typeof ARCHIVE_FAULTS)[number];

/**
 * Looks into a zip without ever holding or writing what is in it. Its directory is asked first; then every entry is
 * unpacked and thrown away, as a directory may lie: an entry of another size than it says is unreadable, and so is one
 * whose name leads out of the archive.
 */
export async function archiveFault(path: string): Promise<ArchiveFault | undefined> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => undefined);
  if (!zip) return 'unreadable';
  try {
    if (zip.entryCount > MOST_ENTRIES) return 'tooManyEntries';
    const entries: Entry[] = [];
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return 'encrypted';
      if (/(^|\/)vbaProject\.bin$/i.test(entry.fileName)) return 'macros';
      unpacked += entry.uncompressedSize;
      entries.push(entry);
    }
    if (unpacked > Math.min(MOST_UNPACKED, Math.max(SMALL, MOST_RATIO * zip.fileSize))) return 'tooLarge';
    for (const entry of entries) await finished((await zip.openReadStreamPromise(entry)).resume());
    return undefined;
  } catch {
    return 'unreadable';
  } finally {
    zip.close();
  }
}
