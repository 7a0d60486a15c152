import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from '../environment.js';
import type { Answer } from './answer.js';
import type { Walk } from './cast.js';

/** A file that the walk leaves behind. */
export interface SavedFile {
  /** From the root of the repository. */
  name: string;
  path: string;
  size: number;
  sha256: string;
}

/** Fetches a file as it is and keeps it in the walk's folder. */
export async function fetchFile(
  { out }: Walk,
  reader: Walk['auditor'],
  address: string,
  name: string,
): Promise<{ file: SavedFile; answer: Answer }> {
  await mkdir(out, { recursive: true });
  const path = join(out, name);
  const { answer, sha256, size } = await reader.download(address, path);
  return { file: { name: relative(root, path), path, size, sha256 }, answer };
}

/** Keeps what the walk itself wrote, for whoever wants to look at it or send it again. */
export async function keep({ out }: Walk, name: string, content: string): Promise<void> {
  await mkdir(out, { recursive: true });
  await writeFile(join(out, name), content);
}
