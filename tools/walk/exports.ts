import { mkdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Any } from '#testing';
import { root } from '../environment.js';
import type { Answer } from './answer.js';
import { GRANTED } from './assessment.js';
import type { Walk } from './cast.js';
import { parseCsv } from './csv.js';
import { chapter, detail, done } from './page.js';
import { bytes, kr, short, swedish } from './words.js';

export interface SavedFile {
  /** From the root of the repository. */
  name: string;
  path: string;
  size: number;
  sha256: string;
  /** The export's own id. */
  id: string;
  ready: Answer;
}

type Row = Record<string, unknown>;
const PATIENCE_MS = 300_000;

export async function theExports(walk: Walk, application: Any): Promise<SavedFile[]> {
  chapter(10, 'The exports (uttag)');
  await mkdir(walk.out, { recursive: true });
  const { registryNumber } = application;
  const grants = await save(walk, 'grants-by-year', 'csv');
  const years = rowsOf(await readRows(grants), registryNumber);
  grants.ready.agrees(
    'this grant’s years',
    years.map(({ year, yearStatus, granted }) => [Number(year), yearStatus, Number(granted)]),
    walk.years.map((year, index) => [year, index < 2 ? 'firm' : 'conditional', GRANTED]),
  );
  const applications = await save(walk, 'applications', 'json');
  const [ours] = rowsOf(await readRows(applications), registryNumber);
  applications.ready.agrees('this application', ours?.['status'], 'decided');
  const reports = await save(walk, 'reporting-status', 'csv');
  const [settled] = rowsOf(await readRows(reports), registryNumber);
  reports.ready.agrees('this report', settled?.['status'], 'approved');
  detail(`${registryNumber} is in all three, as this walk left it.`);
  return [grants, applications, reports, await save(walk, 'audit-trail', 'json')];
}

/** Orders an export, follows it until it is ready, saves it, and holds it against what the system says of it. */
async function save({ auditor, out }: Walk, kind: string, format: 'csv' | 'json'): Promise<SavedFile> {
  const ordered = (await auditor.post('/exports', { body: { kind, format, filters: {} } })).is(202);
  const location = ordered.headers.get('location')!.replace('/api/v1', '');
  const { ready, seen } = await follow(auditor, location, ordered);
  const path = join(out, `${kind}.${format}`);
  const { sha256, size } = await auditor.download(`${location}/file`, path);
  ready.agrees('sha256, computed here', sha256, ready.body.sha256).agrees('size', size, ready.body.size);
  const { id, rowCount } = ready.body;
  done(
    `The auditor (granskare) orders ${kind} as ${format.toUpperCase()}: ${seen.join(' → ')}. ${rowCount === 1 ? '1 row' : `${rowCount} rows`}, ${bytes(size)}, sha256 ${short(sha256)}, the same computed here.`,
  );
  const file = { name: relative(root, path), path, size, sha256, id, ready };
  // The trail may be large; the next chapter reads it line by line.
  if (kind !== 'audit-trail') checkSums(ready, await readRows(file));
  return file;
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

async function readRows({ path }: SavedFile): Promise<Row[]> {
  const text = await readFile(path, 'utf8');
  return path.endsWith('.csv') ? parseCsv(text) : (JSON.parse(text) as Row[]);
}

const rowsOf = (rows: readonly Row[], registryNumber: string): Row[] =>
  rows.filter((row) => row['registryNumber'] === registryNumber);

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
