export { EXPORT_FORMATS, exportKinds } from './export-kinds.js';
export { EXPORT_STATUSES } from './export.queries.js';
export { Export, type ExportFormat } from './export.entity.js';
export { ExportKeeper } from './export.keeper.js';
export { ExportQueries, type ExportFilter } from './export.queries.js';
export { ExportRunner } from './export.runner.js';
export { CaseTrailQueries } from './case-trail.queries.js';
export { CSV_DECIMALS, CSV_SEPARATORS, type CsvOptions } from './csv-options.js';
export { EXPORT_FAILURES, failureOf, ExportFault } from './export-fault.js';
export { EXPORT_REQUESTED } from './export-topics.js';
export type { ExportFilters } from './export-kind.js';
export { ExportsModule } from './exports.module.js';
export { openGrants, openGrantsExport } from './open-grants.export.js';
export { inWords } from './words.js';
export { unguarded } from './guard.js';
export { recordsOf, type Cell } from './record-reader.js';
export { render } from './render.js';
export type { ExportOrder } from './export-order.js';
export { ExportService } from './export.service.js';
export { AS_OF_RULES, PERIODS, type AsOfRule, type Period } from '#domain/exports/recurrence';
export { PAUSE_REASONS, type PauseReason } from '#domain/exports/export-schedule.lifecycle';
export {
  EXPORT_SCHEDULE_STATUSES,
  ExportScheduleQueries,
  type ExportScheduleFilter,
} from './schedules/export-schedule.queries.js';
export { ExportScheduleRunner } from './schedules/export-schedule.runner.js';
export { ExportScheduleService, type ExportScheduleContent } from './schedules/export-schedule.service.js';
