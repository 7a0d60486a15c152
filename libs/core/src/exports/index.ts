export { EXPORT_FORMATS, exportKinds } from './export-kinds.js';
export { EXPORT_STATUSES } from './export.queries.js';
export { Export, type ExportFormat } from './export.entity.js';
export { ExportKeeper } from './export.keeper.js';
export { ExportQueries, type ExportFilter } from './export.queries.js';
export { ExportRunner } from './export.runner.js';
export { EXPORT_REQUESTED, ExportService, type ExportOrder } from './export.service.js';
export { ExportsModule } from './exports.module.js';
