import type { FileHandle } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import type { Snapshot } from '#platform/database';
import { canonicalJson } from '#platform/json';
import { FileStorage, type Stored } from '#platform/storage';
import { headingCode } from '#text';
import { CountedRows } from './counted-rows.js';
import { coverLines } from './cover.js';
import { readEnclosures } from './enclosures.js';
import { ExportFault } from './export-fault.js';
import type { ExportFilters, ExportKind } from './export-kind.js';
import { findExportKind } from './export-kinds.js';
import type { Export, ExportChanges, ExportResult } from './export.entity.js';
import { ExportRepository } from './export.repository.js';
import { FILE_FORMATS, MOST_ROWS_OF_PDF, type Told } from './formats/index.js';
import { HashedFile } from './hashed-file.js';
import { lineage, type Lineage } from './lineage.queries.js';
import { byCode, filtersInWords, rulesOf, type Manifest } from './manifest.js';
import { render, totals } from './render.js';
import { compareRows, type RowChanges } from './row-changes.js';
import { BYTES_PER_ROW } from './row-hashes.js';

/** Beyond it two exports in different orders would be read too often to be compared; that they are equal, their checksums tell. */
const MOST_ROWS_COMPARED = 2_000_000;

export interface FileKeys {
  fileKey: string;
  rowsKey: string;
}

interface HashesOf {
  rowCount: number;
  rowsKey: string;
}

interface Totals {
  rowCount: number;
  controlSums: Record<string, string>;
}

/** Makes the file of an export, and what is told of it: all of one snapshot, in one pass over the rows. */
@Injectable()
export class ExportWriter {
  constructor(
    private readonly exports: ExportRepository,
    private readonly storage: FileStorage,
    private readonly clock: Clock,
  ) {}

  async write(
    snapshot: Snapshot,
    ordered: Export,
    keys: FileKeys,
  ): Promise<{ result: ExportResult; manifest: string }> {
    const kind = findExportKind(ordered.kind)!;
    const query = kind.query(ordered.filters, ordered.asOf);
    const found = await snapshot.one<Lineage>(lineage(kind, ordered));
    const counted = await snapshot.one<Totals>(totals(kind, query));
    if (ordered.format === 'pdf' && counted.rowCount > MOST_ROWS_OF_PDF)
      throw new ExportFault('tooManyRowsForPdf', true);
    const enclosures = await readEnclosures(kind, ordered.filters, snapshot, this.storage);
    const hashes = new HashedFile(await this.storage.openForWriting(keys.rowsKey));
    const file = new HashedFile(await this.storage.openForWriting(keys.fileKey));
    const rows = new CountedRows(kind, hashes, (count) =>
      this.exports.progress(ordered.id, Math.min(count, counted.rowCount), counted.rowCount),
    );
    const draft = this.draft(kind, ordered, found, counted);
    let ended: ReturnType<ExportWriter['whole']> | undefined;
    let cutCells = 0;
    const told = async (rendered: { cutCells: number } = { cutCells }): Promise<Told> => {
      cutCells = rendered.cutCells;
      return { ...draft, ...(await (ended ??= this.whole(ordered, rows, keys))), cutCells };
    };
    const written = FILE_FORMATS[ordered.format](
      rows.counted(snapshot.csv(render(kind, query)), this.clock),
      {
        columns: kind.columns.map((column, at) => ({ ...column, heading: draft.columns[at]!.heading })),
        csv: ordered.csv,
        title: draft.title.sv,
        day: this.clock.today(),
        enclosures,
        told,
        cover: async (rendered) => coverLines(await told(rendered)),
        now: () => this.now(),
      },
    );
    try {
      for await (const piece of written) await file.write(piece);
      const stored = await file.end();
      const manifest = this.sealed(ordered, await told(), stored);
      if (rows.count !== counted.rowCount)
        throw new Error(`${rows.count} rows, and ${counted.rowCount} were counted`);
      await this.storage.complete(keys.fileKey);
      return { result: resultOf(manifest, keys), manifest: canonicalJson(manifest) };
    } finally {
      file.close();
      hashes.close();
    }
  }

  private sealed(ordered: Export, told: Told, stored: Stored): Manifest {
    return { ...told, madeAt: this.now(), file: { name: fileName(ordered, this.clock), ...stored } };
  }

  private now(): string {
    return this.clock.now().toISOString();
  }

  private draft(kind: ExportKind, ordered: Export, found: Lineage, counted: Totals) {
    return {
      manifest: 'medel-export/1' as const,
      id: ordered.id,
      kind: kind.kind,
      title: byCode(`exportKind.${kind.kind}`, kind.kind),
      format: ordered.format,
      csv: ordered.csv,
      filters: ordered.filters as ExportFilters,
      filtersInWords: filtersInWords(ordered, found),
      asOf: ordered.asOf,
      requestedBy: { id: ordered.requestedBy, name: found.requestedBy },
      requestedAt: ordered.requestedAt.toISOString(),
      snapshot: found.snapshot,
      rules: rulesOf(ordered.asOf ?? this.clock.today(), found),
      datasets: found.datasets,
      columns: kind.columns.map(({ key, type }) => ({
        ...{ key, type },
        heading: byCode(headingCode(kind.kind, key), key),
      })),
      ...counted,
    };
  }

  /** What is known when all rows have gone by. */
  private async whole(ordered: Export, rows: CountedRows, { rowsKey }: FileKeys) {
    const rowsSha256 = await rows.end(() => this.storage.complete(rowsKey));
    return {
      rowsSha256,
      changes: await this.changes(ordered, { rowCount: rows.count, rowsKey, rowsSha256 }),
    };
  }

  /** Since the export of the same order before; `null` where there is none. */
  async changes(
    ordered: Export,
    { rowCount, rowsKey, rowsSha256 }: Pick<ExportResult, 'rowCount' | 'rowsSha256'> & { rowsKey: string },
  ): Promise<ExportChanges | null> {
    const previous = await this.exports.previous(ordered);
    if (!previous) return null;
    const { id: previousId, requestedAt } = previous;
    const told = { previousId, previousAt: requestedAt.toISOString() };
    if (previous.rowsSha256 === rowsSha256)
      return { ...told, isUnchanged: true, added: 0, removed: 0, changed: 0 };
    const unknown = { ...told, isUnchanged: false, added: null, removed: null, changed: null };
    if (Math.max(rowCount, previous.rowCount) > MOST_ROWS_COMPARED) return unknown;
    const changes = await this.compare(previous, { rowCount, rowsKey });
    return changes ? { ...told, isUnchanged: false, ...changes } : unknown;
  }

  /** `undefined` where the earlier file is not what it was: that is no fault of the new one. */
  private async compare(previous: HashesOf, made: HashesOf): Promise<RowChanges | undefined> {
    const after = await this.storage.openForReading(made.rowsKey);
    const before = await this.storage.openForReading(previous.rowsKey).catch(() => undefined);
    let isLost = before === undefined;
    const readBefore = (into: Buffer, from: number) =>
      readAt(before!, into, from).catch((error: unknown) => {
        isLost = true;
        throw error;
      });
    try {
      if ((await before?.stat().catch(() => undefined))?.size !== previous.rowCount * BYTES_PER_ROW)
        return undefined;
      return await compareRows(
        { rowCount: previous.rowCount, read: readBefore },
        { rowCount: made.rowCount, read: (into, from) => readAt(after, into, from) },
      );
    } catch (error) {
      if (isLost) return undefined;
      throw error;
    } finally {
      await before?.close();
      await after.close();
    }
  }
}

const readAt = async (file: FileHandle, into: Buffer, from: number): Promise<number> =>
  (await file.read(into, 0, into.length, from)).bytesRead;

export function fileName(
  { kind, format, requestedAt }: Pick<Export, 'kind' | 'format' | 'requestedAt'>,
  clock: Clock,
) {
  return `${kind}-${clock.dayOf(requestedAt)}.${format}`;
}

function resultOf(
  { rowCount, controlSums, rowsSha256, changes, file }: Manifest,
  keys: FileKeys,
): ExportResult {
  const sums = Object.entries(controlSums).map(([key, sum]) => [key, Number(sum)]);
  const { sha256, size } = file;
  return { rowCount, controlSums: Object.fromEntries(sums), rowsSha256, changes, sha256, size, ...keys };
}
