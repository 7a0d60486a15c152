import {
  AS_OF_RULES,
  EXPORT_FORMATS,
  EXPORT_SCHEDULE_STATUSES,
  PERIODS,
  type AsOfRule,
  type ExportScheduleContent,
  type Period,
} from '#core/exports';
import { Day, Ids, Nested, OneOf, QueryFlag, Text, TimeOfDay, Whole } from '../http/fields.js';
import { PageQuery } from '../http/page.query.js';
import { CsvOptionsDto, ExportFiltersDto } from './export.dto.js';

const part = { optional: true, nullable: true };

/** Once in every week (`weekday`, 1 is Monday), month (`day`), quarter or year (`month` of it, and `day`). */
export class RecurrenceDto {
  @OneOf(PERIODS) every: Period;
  @Whole(1, 7, part) weekday: number | null = null;
  /** 1–3 of a quarter. */
  @Whole(1, 12, part) month: number | null = null;
  /** The last day where the month does not reach so far: 31 is always the last. */
  @Whole(1, 31, part) day: number | null = null;
  /** In Stockholm. */
  @TimeOfDay() at: string;
  @Day() from: string;
  @Day(part) until: string | null = null;
}

/** Whichever comes first; one of them is needed. */
export class KeepingDto {
  @Whole(1, 3_650, part) days: number | null = null;
  /** The latest so many. */
  @Whole(1, 1_000, part) files: number | null = null;
}

const RECIPIENTS = { max: 100, optional: true };

export class NewExportScheduleDto {
  @Text({ min: 1, max: 200 }) title: string;
  @Text({ min: 1, max: 50 }) kind: string;
  @OneOf(EXPORT_FORMATS) format: (typeof EXPORT_FORMATS)[number];
  @Nested(() => ExportFiltersDto, { optional: true }) filters: ExportFiltersDto = new ExportFiltersDto();
  @Nested(() => CsvOptionsDto, part) csv: CsvOptionsDto | null = null;
  @OneOf(AS_OF_RULES, { optional: true }) asOf: AsOfRule = 'now';
  @Nested(() => RecurrenceDto) recurrence: RecurrenceDto;
  /** Users, besides whoever orders it. */
  @Ids(RECIPIENTS) recipients: string[] = [];
  @Nested(() => KeepingDto, { optional: true }) keeping: KeepingDto = Object.assign(new KeepingDto(), {
    days: 7,
  });
}

/** What is left out stays as it is. */
export class ExportScheduleEditDto {
  @Text({ min: 1, max: 200, optional: true }) title?: string;
  @OneOf(EXPORT_FORMATS, { optional: true }) format?: (typeof EXPORT_FORMATS)[number];
  @Nested(() => ExportFiltersDto, { optional: true }) filters?: ExportFiltersDto;
  @Nested(() => CsvOptionsDto, part) csv?: CsvOptionsDto | null;
  @OneOf(AS_OF_RULES, { optional: true }) asOf?: AsOfRule;
  @Nested(() => RecurrenceDto, { optional: true }) recurrence?: RecurrenceDto;
  @Ids(RECIPIENTS) recipients?: string[];
  @Nested(() => KeepingDto, { optional: true }) keeping?: KeepingDto;
}

export class ExportScheduleList extends PageQuery {
  @OneOf(EXPORT_SCHEDULE_STATUSES, { optional: true }) status?: (typeof EXPORT_SCHEDULE_STATUSES)[number];
  @Text({ min: 1, max: 50, optional: true }) kind?: string;
  /** Owned by whoever asks, or for them. */
  @QueryFlag() mine?: boolean;
}

/** What was sent, and nothing of what was left out. */
export function contentOf<Sent extends ExportScheduleEditDto>({ keeping, ...sent }: Sent) {
  const kept = keeping && { keepDays: keeping.days, keepFiles: keeping.files };
  const given = Object.entries({ ...sent, ...kept }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Omit<Sent, 'keeping'> &
    Pick<ExportScheduleContent, 'keepDays' | 'keepFiles'>;
}
