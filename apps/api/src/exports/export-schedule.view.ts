import {
  AS_OF_RULES,
  EXPORT_FORMATS,
  EXPORT_SCHEDULE_STATUSES,
  PAUSE_REASONS,
  type AsOfRule,
  type PauseReason,
} from '#core/exports';
import {
  a,
  count,
  Filled,
  id,
  instant,
  many,
  oneOf,
  open,
  orNull,
  Shows,
  text,
} from '../http/view-fields.js';
import { KeepingDto, RecurrenceDto } from './export-schedule.dto.js';
import { CsvOptions } from './export.view.js';

class PersonRef {
  @Shows(id) id: string;
  @Shows(text) name: string;
}

/** An export that comes by itself. Its runs are `GET /exports?scheduleId=…`. */
export class ExportScheduleView {
  @Shows(id) id: string;
  @Shows(oneOf(EXPORT_SCHEDULE_STATUSES)) status: (typeof EXPORT_SCHEDULE_STATUSES)[number];
  @Shows(text) title: string;
  @Shows(text) kind: string;
  @Shows(oneOf(EXPORT_FORMATS)) format: (typeof EXPORT_FORMATS)[number];
  @Shows(open) filters: object;
  @Shows(orNull(a(CsvOptions))) csv: CsvOptions | null;
  @Shows(oneOf(AS_OF_RULES)) asOf: AsOfRule;
  @Shows(a(Filled(RecurrenceDto))) recurrence: RecurrenceDto;
  @Shows(many(PersonRef)) recipients: PersonRef[];
  @Shows(a(Filled(KeepingDto))) keeping: KeepingDto;
  @Shows(a(PersonRef)) owner: PersonRef;
  @Shows(instant) createdAt: string;
  @Shows(orNull(instant)) nextRunAt: string | null;
  /** The moment for which the last export was ordered. */
  @Shows(orNull(instant)) lastRunAt: string | null;
  /** Moments that went by without a worker. */
  @Shows(count) missedRuns: number;
  @Shows(orNull(oneOf(PAUSE_REASONS))) pausedReason: PauseReason | null;
  @Shows(many(text)) actions: string[];
}
