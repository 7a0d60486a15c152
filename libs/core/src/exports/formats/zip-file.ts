import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Checksum, sha256, type Stored } from '#platform/storage';
import { ZipWriter } from '#platform/xlsx';
import { LANGUAGES, text, type Language } from '#text';
import type { Enclosure } from '../enclosures.js';
import type { Report } from './file-format.js';

const VERIFIER = ['verify-audit.mjs', 'verify-audit-parts.mjs'];
const README = ['title', 'about', 'verify', 'parts', 'limits'] as const;

interface Packed extends Stored {
  name: string;
}

/** The rows as CSV, what is enclosed, and what tells whether they are whole: a manifest of all files, and its verifier. */
export async function* zipFile(pieces: AsyncIterable<Buffer>, report: Report): AsyncGenerator<Buffer> {
  const zip = new ZipWriter();
  const files: Packed[] = [];
  const pack = ({ name, open }: Enclosure) => zip.entry(name, measured(name, open(), files));
  yield* pack({ name: 'audit-trail.csv', open: () => pieces });
  for (const enclosure of report.enclosures) yield* pack(enclosure);
  for (const name of VERIFIER) {
    const program = await readFile(join(toolsFolder(), name));
    yield* pack({ name, open: () => [program] });
  }
  const told = await report.told({ cutCells: 0 });
  const facts = {
    subject: told.filtersInWords.map(({ value }) => value.sv).join(', '),
    madeBy: told.requestedBy.name,
    at: told.snapshot.at,
  };
  yield* pack({ name: 'README.txt', open: () => LANGUAGES.map((language) => readme(language, facts)) });
  const manifest = `${JSON.stringify({ ...told, manifest: 'medel-case-bundle/1', madeAt: report.now(), files }, null, 2)}\n`;
  yield* zip.entry('manifest.json', [manifest]);
  yield* zip.entry('manifest.sha256', [`${sha256(manifest)}  manifest.json\n`]);
  yield* zip.end();
}

/** What was packed is known when it has gone by. */
async function* measured(
  name: string,
  content: ReturnType<Enclosure['open']>,
  files: Packed[],
): AsyncGenerator<string | Buffer> {
  const sum = new Checksum();
  for await (const piece of content) {
    sum.add(piece);
    yield piece;
  }
  files.push({ name, ...sum.end() });
}

function readme(language: Language, facts: Record<string, string>): string {
  return `${README.map((part) => text(language, `caseBundle.${part}`, facts)).join('\n\n')}\n\n\n`;
}

/** As they lie in the repository, from the sources as from what was built of them. */
function toolsFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'tools', VERIFIER[0]!))) return join(folder, 'tools');
  throw new Error(`${VERIFIER[0]} is not there`);
}
