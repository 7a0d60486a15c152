import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { openGrantsExport, recordsOf, render, type ExportFilters } from '#core/exports';
import { Clock } from '#platform/clock';
import { CONFIG, type Config } from '#platform/config';
import { Snapshots, type Snapshot } from '#platform/database';
import { Invalid } from '#platform/errors';
import { Turns } from '#platform/limits';
import { text, type Language } from '#text';
import { ReadOn } from './read-on.js';
import { grantPackage, grantTable, type Published } from './three-sixty-giving.js';

const EVERYTHING = { organisationId: null };
/** In milliseconds: of who waits for a turn, and with who has one and does not read. */
const PATIENCE = 10_000;
/** Each holds a connection of its own, and anyone may ask. */
const MOST = { atOnce: 4, waiting: 40, patience: PATIENCE };
/** Whoever reads slower holds the database's past for as long. */
const LONGEST_MILLISECONDS = 120_000;

type Format = 'csv' | 'json';

export interface OpenGrantsOrder extends Pick<ExportFilters, 'year' | 'programmeCode'> {
  /** The last day that counts. */
  asOf?: string;
}

/** All grants as a file by the 360Giving standard, written while it is read: the rows of the export `open-grants`. */
@Injectable()
export class OpenGrantsFiles {
  private readonly turns = new Turns(MOST);

  constructor(
    private readonly snapshots: Snapshots,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async open(
    format: Format,
    { asOf: day, ...filters }: OpenGrantsOrder,
    language: Language,
  ): Promise<{ stream: Readable; name: string; format: Format }> {
    const today = this.clock.today();
    if (day !== undefined && day > today)
      throw new Invalid([{ code: 'dateInTheFuture', path: 'asOf', data: { today } }]);
    const asOf = day ?? null;
    const published = this.published(format, asOf ?? today);
    const stream = new ReadOn(PATIENCE);
    const query = render(openGrantsExport, openGrantsExport.query(filters, asOf));
    const title = text(language, 'exportKind.open-grants');
    const write = (snapshot: Snapshot) => {
      const rows = recordsOf(snapshot.csv(query));
      const pieces = format === 'csv' ? grantTable(rows, published) : grantPackage(rows, published, title);
      return pipeline(pieces, stream);
    };
    this.turns
      .take(async () => {
        const late = setTimeout(() => stream.destroy(new Error('Nobody reads on')), LONGEST_MILLISECONDS);
        await this.snapshots.read(EVERYTHING, write).finally(() => clearTimeout(late));
      })
      .catch((error: Error) => stream.destroy(error));
    // What fails before the first byte is told as any refusal; after it, the connection is cut.
    await once(stream, 'readable');
    stream.on('error', () => undefined);
    return { stream, name: `grants-${published.asOf}.${format}`, format };
  }

  private published(format: Format, asOf: string): Published {
    const { agency, demo, publicOrigin, openDataLicence } = this.config;
    const name = agency?.name ?? 'Medel';
    return {
      publisher: demo ? `${name} (demo)` : name,
      source: `${publicOrigin}/api/v1/public/grants.${format}`,
      licence: openDataLicence,
      asOf,
    };
  }
}
