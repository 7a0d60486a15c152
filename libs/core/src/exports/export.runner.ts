import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { exportLifecycle } from '#domain/exports/export.lifecycle';
import { Clock } from '#platform/clock';
import { Snapshots, Transactional, type Snapshot } from '#platform/database';
import { newId } from '#platform/ids';
import { FileStorage } from '#platform/storage';
import { Transition } from '#platform/transition';
import { findExportKind } from './export-kinds.js';
import type { Export, ExportResult } from './export.entity.js';
import { ExportRepository } from './export.repository.js';
import { csvRows, jsonRows, totals } from './render.js';

const DAYS_KEPT = 7;
const MILLISECONDS_PER_DAY = 86_400_000;
const PROGRESS_MILLISECONDS = 500;
const EVERYTHING = { organisationId: null };

/** Makes the file of an export. Run twice, it makes the file once: the first result that is written down holds. */
@Injectable()
export class ExportRunner {
  constructor(
    private readonly exports: ExportRepository,
    private readonly snapshots: Snapshots,
    private readonly storage: FileStorage,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<void> {
    const started = await this.start(actor, id);
    if (!started) return;
    const fileKey = `${id}-${newId()}.${started.format}`;
    try {
      const result = await this.write(started, fileKey);
      if (!(await this.complete(actor, id, { ...result, fileKey }))) await this.storage.remove(fileKey);
    } catch (error) {
      await this.storage.remove(fileKey);
      throw error;
    }
  }

  @Transactional()
  async start(actor: Actor, id: string): Promise<Export | undefined> {
    const queued = await this.exports.getForUpdate(id);
    if (!exportLifecycle.next(queued.status, 'start')) return undefined;
    return this.transition.apply(exportLifecycle, queued, 'start', actor);
  }

  /** False where it was cancelled meanwhile, or another worker was first. */
  @Transactional()
  async complete(actor: Actor, id: string, result: ExportResult): Promise<boolean> {
    const running = await this.exports.getForUpdate(id);
    if (!exportLifecycle.next(running.status, 'complete')) return false;
    const expiresAt = new Date(this.clock.now().getTime() + DAYS_KEPT * MILLISECONDS_PER_DAY);
    const { sha256, rowCount } = result;
    await this.transition.apply(
      exportLifecycle,
      running,
      'complete',
      actor,
      { result, expiresAt },
      { sha256, rowCount },
    );
    return true;
  }

  @Transactional()
  async fail(actor: Actor, id: string, failure: string): Promise<void> {
    const running = await this.exports.getForUpdate(id);
    if (!exportLifecycle.next(running.status, 'fail')) return;
    await this.transition.apply(exportLifecycle, running, 'fail', actor, { failure }, { failure });
  }

  private write(ordered: Export, fileKey: string): Promise<Omit<ExportResult, 'fileKey'>> {
    const kind = findExportKind(ordered.kind)!;
    const query = kind.query(ordered.filters, ordered.asOf);
    return this.snapshots.read(EVERYTHING, async (snapshot) => {
      const counted = await snapshot.one<Pick<ExportResult, 'rowCount' | 'controlSums'>>(totals(kind, query));
      const file = new HashedFile(await this.storage.openForWriting(fileKey));
      const rows = rowsOf(ordered, snapshot, () =>
        ordered.format === 'csv' ? csvRows(kind, query) : jsonRows(kind, query),
      );
      await file.write(rows.before);
      await this.copy(ordered.id, rows.stream, file, counted.rowCount);
      await file.write(rows.after);
      const { sha256, size } = await file.end();
      await this.storage.complete(fileKey);
      return { ...counted, sha256, size };
    });
  }

  private async copy(id: string, stream: Readable, file: HashedFile, total: number): Promise<void> {
    let rows = 0;
    let told = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      await file.write(chunk);
      for (const byte of chunk) if (byte === 10) rows += 1;
      const now = this.clock.now().getTime();
      if (now - told < PROGRESS_MILLISECONDS) continue;
      told = now;
      await this.exports.progress(id, Math.min(rows, total), total);
    }
  }
}

function rowsOf({ format }: Export, snapshot: Snapshot, rows: () => ReturnType<typeof csvRows>) {
  if (format === 'csv') return { before: '', stream: snapshot.csv(rows()), after: '' };
  return { before: '[\n', stream: snapshot.lines(rows()), after: ']\n' };
}

/** A file that knows its own checksum and size when it is complete. */
class HashedFile {
  private readonly hash = createHash('sha256');
  private size = 0;
  private failure: Error | undefined;

  constructor(private readonly stream: Writable) {
    // Without a listener a full disk would end the process.
    stream.on('error', (error) => (this.failure = error));
  }

  async write(chunk: Buffer | string): Promise<void> {
    if (this.failure) throw this.failure;
    this.hash.update(chunk);
    this.size += Buffer.byteLength(chunk);
    if (!this.stream.write(chunk)) await once(this.stream, 'drain');
  }

  async end(): Promise<{ sha256: string; size: number }> {
    this.stream.end();
    await finished(this.stream);
    return { sha256: this.hash.digest('hex'), size: this.size };
  }
}
