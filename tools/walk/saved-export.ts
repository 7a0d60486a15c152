import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './answer.js';
import type { Walk } from './cast.js';
import { parseCsv } from './csv.js';
import { detail, done } from './page.js';
import { fetchFile, type SavedFile } from './saved-file.js';
import { bytes, kr, short, swedish } from './words.js';

export interface SavedExport extends SavedFile {
  /** The export's own id. */
  id: string;
  ready: Answer;
}

export type Row = Record<string, unknown>;
const PATIENCE_MS = 300_000;

/** Orders an export, follows it until it is ready, saves it, and holds it against what the system says of it. */
export async function save(walk: Walk, kind: string, format: 'csv' | 'json'): Promise<SavedExport> {
  const { auditor } = walk;
  const ordered = (await auditor.post('/exports', { body: { kind, format, filters: {} } })).is(202);
  const location = ordered.headers.get('location')!.replace('/api/v1', '');
  const { ready, seen } = await follow(auditor, location, ordered);
  const { file } = await fetchFile(walk, auditor, `${location}/file`, `${kind}.${format}`);
  const { sha256, size } = file;
  ready.agrees('sha256, computed here', sha256, ready.body.sha256).agrees('size', size, ready.body.size);
  const { id, rowCount } = ready.body;
  done(
    `The auditor (granskare) orders ${kind} as ${format.toUpperCase()}: ${seen.join(' → ')}. ${rowCount === 1 ? '1 row' : `${rowCount} rows`}, ${bytes(size)}, sha256 ${short(sha256)}, the same computed here.`,
  );
  // The trail may be large; the next chapter reads it line by line.
  if (kind !== 'audit-trail') checkSums(ready, await readRows(file));
  return { ...file, id, ready };
}

/** Until it has come to an end; what was seen on the way. */
async function follow(
  reader: Walk['auditor'],
  path: string,
  ordered: Answer,
): Promise<{ ready: Answer; seen: string[] }> {
  const seen = new Set<string>();
  const deadline = performance.now() + PATIENCE_MS;
  let now = ordered;
  for (;;) {
    const { status, progress } = now.body;
    const share = status === 'running' && progress > 0 ? ` ${Math.round(progress * 100)} %` : '';
    seen.add(`${swedish(`status.export.${status}`)}${share}`);
    const isUnderWay = ['queued', 'running'].includes(status) && performance.now() < deadline;
    if (!isUnderWay) return { ready: now.shows({ status: 'ready', progress: 1 }), seen: [...seen] };
    await sleep(50);
    now = (await reader.get(path)).is(200);
  }
}

export async function readRows({ path }: SavedFile): Promise<Row[]> {
  const text = await readFile(path, 'utf8');
  return path.endsWith('.csv') ? parseCsv(text) : (JSON.parse(text) as Row[]);
}

/** The control sums (kontrollsummor) again, from the rows of the file. */
function checkSums(ready: Answer, rows: readonly Row[]): void {
  const { rowCount, controlSums } = ready.body;
  ready.agrees('rows in the file', rows.length, rowCount);
  const sums = Object.entries(controlSums as Record<string, number>).map(([column, told]) => {
    const sum = rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
    ready.agrees(`the sum of ${column}`, sum, told);
    return `${column} ${kr(sum)}`;
  });
  detail(`Control sums, added up here from the file and equal: ${sums.join(', ')}.`);
}
