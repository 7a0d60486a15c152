export { ACTIVITY_STATUSES } from '#domain/reports/report-content';
export { reportLifecycle } from '#domain/reports/report.lifecycle';
export { REPORT_STATUSES } from './report.queries.js';
export { Report } from './report.entity.js';
export { ReportQueries, type ReportFilter } from './report.queries.js';
export { ReportService } from './report.service.js';
export { ReportsModule } from './reports.module.js';
export { Settlement } from './settlement.entity.js';
