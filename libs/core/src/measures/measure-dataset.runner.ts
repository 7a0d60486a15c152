import { pipeline, Transform } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { measures } from '#domain/measures/definitions';
import { measureDatasetLifecycle } from '#domain/measures/measure-dataset.lifecycle';
import { Clock } from '#platform/clock';
import { BulkLoads, sql, Transactional, type BulkLoad } from '#platform/database';
import { RemoteFault } from '#platform/remote';
import { FileStorage } from '#platform/storage';
import { Transition } from '#platform/transition';
import { DatasetFiles } from './dataset-files.js';
import { diffOf } from './dataset-changes.js';
import { EMPTY_MAPPING } from './import/import-mapping.js';
import type { ImportContext, RejectedRow } from './import/import-row.js';
import { readMeasureFile } from './import/read-measure-file.js';
import type { DatasetDiff, MeasureDataset } from './measure-dataset.entity.js';
import { MeasureDatasetRepository, removeStaged } from './measure-dataset.repository.js';
import { STAGED, StagedSeries } from './staged-series.js';

const EVERYTHING = { organisationId: null };
const PROGRESS_MILLISECONDS = 500;
const REJECTED_KEPT = 1_000;
/** Since 1971 there are municipalities as they are now; a value of a year to come is no measurement. */
const FIRST_YEAR = 1971;

/** What came of reading a file: its rows, or what was wrong with them. */
interface Reading {
  rowCount: number;
  rejected: RejectedRow[];
  rejectedCount: number;
  diff: DatasetDiff | null;
}

/** Reads the file of a data set into the staging table: all rows or none. Run twice, it reads it once. */
@Injectable()
export class MeasureDatasetRunner {
  constructor(
    private readonly datasets: MeasureDatasetRepository,
    private readonly loads: BulkLoads,
    private readonly files: DatasetFiles,
    private readonly storage: FileStorage,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /** `false` where another worker is at it. */
  async run(actor: Actor, id: string): Promise<boolean> {
    const dataset = await this.datasets.get(id);
    if (dataset.status !== 'reading') return true;
    return this.loads.inTurn<Reading | RemoteFault | undefined>(
      EVERYTHING,
      `measure dataset ${id}`,
      async (load) => {
        // Who had the turn before may have come to its end.
        if ((await this.datasets.get(id)).status !== 'reading') return { keep: false, result: undefined };
        const file = await this.files.fileOf(dataset).catch(faultOf);
        if (file instanceof RemoteFault) return { keep: false, result: file };
        const result = await this.read(load, Object.assign(dataset, file));
        return { keep: result.rejectedCount === 0, result };
      },
      async (ended) => {
        if (ended instanceof RemoteFault) await this.fail(actor, id, ended.code);
        else if (ended) await this.end(actor, id, ended, dataset);
      },
    );
  }

  @Transactional()
  async end(
    actor: Actor,
    id: string,
    { rowCount, rejected, rejectedCount, diff }: Reading,
    { fileKey, sha256, size }: MeasureDataset,
  ): Promise<void> {
    const reading = await this.datasets.getForUpdate(id);
    if (reading.status !== 'reading') {
      // Ended by another worker meanwhile. What awaits acceptance needs its rows; nothing else ever takes these away.
      if (reading.status !== 'awaitingAcceptance') await this.datasets.removeStaged(id);
      return;
    }
    await this.datasets.takeTurn(reading.kind, sha256!);
    const same = await this.datasets.findSame(EVERYTHING, reading.kind, sha256!);
    // What was fetched may be what was fetched before.
    if (same && same.id !== id) return this.fail(actor, id, 'sameFile');
    // This reading kept none, but a worker that died may have.
    if (rejectedCount > 0) await this.datasets.removeStaged(id);
    const file = { fileKey, sha256, size };
    const [action, changes] =
      rejectedCount === 0
        ? ['complete', { ...file, rowCount, diff }]
        : ['fail', { ...file, rejected, rejectedCount }];
    const facts = { sha256, rowCount, rejectedCount };
    await this.transition.apply(measureDatasetLifecycle, reading, action, actor, changes, facts);
  }

  @Transactional()
  async fail(actor: Actor, id: string, failure: string): Promise<void> {
    const reading = await this.datasets.getForUpdate(id);
    if (reading.status !== 'reading') return;
    await this.datasets.removeStaged(id);
    await this.transition.apply(measureDatasetLifecycle, reading, 'fail', actor, { failure }, { failure });
  }

  private async read(load: BulkLoad, dataset: MeasureDataset): Promise<Reading> {
    // Rows of a worker that died between its commit and the end.
    await load.rows(removeStaged(dataset.id));
    const wrong = new Rejections();
    await load.rows(sql`SELECT set_config('medel.dataset', ${dataset.id}, true)`);
    const organisations = await this.datasets.organisationIds();
    const staged = new StagedSeries(organisations);
    await load.copy(STAGED, this.series(dataset, this.contextOf(dataset, organisations), staged, wrong));
    const rowCount = staged.count;
    if (rowCount === 0 && wrong.count === 0) wrong.add([{ line: 1, code: 'noRows', data: {} }]);
    if (wrong.count > 0) return { rowCount, rejected: wrong.kept, rejectedCount: wrong.count, diff: null };
    const [row] = await load.rows<{ diff: DatasetDiff }>(diffOf(dataset.id, rowCount));
    return { rowCount, rejected: [], rejectedCount: 0, diff: row!.diff };
  }

  private async *series(
    dataset: MeasureDataset,
    context: ImportContext,
    staged: StagedSeries,
    wrong: Rejections,
  ): AsyncGenerator<Buffer> {
    yield staged.start;
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _, done) {
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    // Whoever reads hears of a failure; when they have given up, the file is closed.
    const file = pipeline(this.storage.read(dataset.fileKey!), counted, () => undefined);
    let told = 0;
    for await (const rejected of readMeasureFile(file, dataset.format, context, (row) => staged.add(row))) {
      wrong.add(rejected);
      if (staged.isFull) yield* staged.flush();
      const now = this.clock.now().getTime();
      if (now - told < PROGRESS_MILLISECONDS) continue;
      told = now;
      await this.datasets.progress(dataset.id, staged.count, Math.min(bytes / Math.max(dataset.size!, 1), 1));
    }
    yield* staged.flush();
    yield staged.end;
  }

  private contextOf({ mapping }: MeasureDataset, organisations: ReadonlyMap<string, string>): ImportContext {
    return {
      organisationCodes: new Set(organisations.keys()),
      measures,
      years: { from: FIRST_YEAR, to: Number(this.clock.today().slice(0, 4)) },
      mapping: mapping ?? EMPTY_MAPPING,
    };
  }
}

/** A source that does not give what was asked for: the client has tried again already. */
function faultOf(error: unknown): RemoteFault {
  if (error instanceof RemoteFault) return error;
  throw error;
}

/** The first of what was rejected, and how much there was. */
class Rejections {
  readonly kept: RejectedRow[] = [];
  count = 0;

  add(rejected: readonly RejectedRow[]): void {
    this.count += rejected.length;
    this.kept.push(...rejected.slice(0, REJECTED_KEPT - this.kept.length));
  }
}
