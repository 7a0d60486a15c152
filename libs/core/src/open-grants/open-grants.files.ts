import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { openGrantsExport, recordsOf, render, type ExportFilters } from '#core/exports';
import { Clock } from '#platform/clock';
import { CONFIG, type Config } from '#platform/config';
import { Snapshots } from '#platform/database';
import { DomainError, Invalid } from '#platform/errors';
import { text, type Language } from '#text';
import { grantPackage, grantTable, type Published } from './three-sixty-giving.js';

const EVERYTHING = { organisationId: null };
/** Each holds a connection of its own, and anyone may ask. */
const AT_ONCE = 4;
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
  private running = 0;

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
    if (this.running >= AT_ONCE) throw new DomainError('unavailable');
    const asOf = day ?? null;
    const published = this.published(format, asOf ?? today);
    const stream = new PassThrough();
    this.running += 1;
    const late = setTimeout(() => stream.destroy(new Error('Nobody reads on')), LONGEST_MILLISECONDS);
    const query = render(openGrantsExport, openGrantsExport.query(filters, asOf));
    const title = text(language, 'exportKind.open-grants');
    this.snapshots
      .read(EVERYTHING, (snapshot) => {
        const rows = recordsOf(snapshot.csv(query));
        const pieces = format === 'csv' ? grantTable(rows, published) : grantPackage(rows, published, title);
        return pipeline(pieces, stream);
      })
      .catch((error: Error) => stream.destroy(error))
      .finally(() => {
        clearTimeout(late);
        this.running -= 1;
      });
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
