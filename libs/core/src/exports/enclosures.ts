import type { Snapshot } from '#platform/database';
import { Checksum, type FileStorage } from '#platform/storage';
import { ExportFault } from './export-fault.js';
import type { ExportFilters, ExportKind } from './export-kind.js';

type Content = AsyncIterable<string | Buffer> | Iterable<string | Buffer>;

/** A file that lies beside the rows. */
export interface Enclosure {
  name: string;
  /** Read when its turn comes. Throws `ExportFault` where a stored file is gone or is not the one that was sealed. */
  open(): Content;
}

interface StoredFile {
  name: string;
  key: string;
  sha256: string;
}

/** What a kind encloses, told in the snapshot of its rows. A stored file never changes, so it may be read later. */
export async function readEnclosures(
  kind: ExportKind,
  filters: ExportFilters,
  snapshot: Snapshot,
  storage: FileStorage,
): Promise<Enclosure[]> {
  if (!kind.encloses) return [];
  const asked = kind.encloses(filters);
  const { documents } = await snapshot.one<{ documents: { name: string; content: string }[] }>(
    asked.documents,
  );
  const { files } = await snapshot.one<{ files: StoredFile[] }>(asked.files);
  return [
    ...documents.map(({ name, content }) => ({ name, open: () => [content] })),
    ...files.map((file) => ({ name: file.name, open: () => asSealed(file, storage) })),
  ];
}

async function* asSealed({ key, sha256 }: StoredFile, storage: FileStorage): AsyncGenerator<Buffer> {
  const sum = new Checksum();
  try {
    for await (const piece of storage.read(key) as AsyncIterable<Buffer>) {
      sum.add(piece);
      yield piece;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new ExportFault('storedFileDamaged', true, { cause: error });
    throw error;
  }
  if (sum.end().sha256 !== sha256) throw new ExportFault('storedFileDamaged', true);
}
