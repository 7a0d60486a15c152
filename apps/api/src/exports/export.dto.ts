import { CSV_DECIMALS, CSV_SEPARATORS, EXPORT_FORMATS, EXPORT_STATUSES } from '#core/exports';
import { Day, Flag, Id, Nested, OneOf, QueryFlag, Text, Year } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';

export class ExportFiltersDto {
  @Year({ optional: true }) year?: number;
  @Text({ min: 1, max: 50, optional: true }) status?: string;
  @Id({ optional: true }) callId?: string;
  @Id({ optional: true }) organisationId?: string;
  @Text({ min: 1, max: 100, optional: true }) programmeCode?: string;
  @Text({ min: 1, max: 100, optional: true }) measure?: string;
  @Id({ optional: true }) applicationId?: string;
}

/** How a CSV is written; for Excel in Swedish `;`, `,` and a byte order mark. */
export class CsvOptionsDto {
  @OneOf(CSV_SEPARATORS, { optional: true }) separator: (typeof CSV_SEPARATORS)[number] = ',';
  @OneOf(CSV_DECIMALS, { optional: true }) decimal: (typeof CSV_DECIMALS)[number] = '.';
  @Flag({ optional: true }) bom: boolean = false;
}

export class ExportOrderDto {
  @Text({ min: 1, max: 50 }) kind: string;
  @OneOf(EXPORT_FORMATS) format: (typeof EXPORT_FORMATS)[number];
  @Nested(() => ExportFiltersDto, { optional: true }) filters: ExportFiltersDto = new ExportFiltersDto();
  @Day({ optional: true, nullable: true }) asOf: string | null = null;
  @Nested(() => CsvOptionsDto, { optional: true, nullable: true }) csv: CsvOptionsDto | null = null;
}

export class ExportList extends PageQuery {
  @OneOf(EXPORT_STATUSES, { optional: true }) status?: (typeof EXPORT_STATUSES)[number];
  @Text({ min: 1, max: 50, optional: true }) kind?: string;
  @Id({ optional: true }) scheduleId?: string;
  /** Ordered by whoever asks, or by a schedule that is for them. */
  @QueryFlag() mine?: boolean;
}
