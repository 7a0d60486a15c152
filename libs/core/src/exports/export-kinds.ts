import { applicationsExport } from './applications.export.js';
import { appropriationFollowUpExport } from './appropriation-follow-up.export.js';
import { auditTrailExport } from './audit-trail.export.js';
import { caseBundleExport } from './case-bundle.export.js';
import { coFinancingExport } from './co-financing.export.js';
import { decisionsExport } from './decisions.export.js';
import { eligibilityExport } from './eligibility.export.js';
import type { ExportFormat } from './export.entity.js';
import type { ExportKind } from './export-kind.js';
import { grantsByYearExport } from './grants-by-year.export.js';
import { measuresExport } from './measures.export.js';
import { openGrantsExport } from './open-grants.export.js';
import { paymentsExport } from './payments.export.js';
import { recoveriesExport } from './recoveries.export.js';
import { reportingStatusExport } from './reporting-status.export.js';
import { grantedAndRefusedExport } from './granted-and-refused.export.js';
import { grantsByCountyExport } from './grants-by-county.export.js';
import { grantsByMunicipalityGroupExport } from './grants-by-municipality-group.export.js';
import { grantsBySizeClassExport } from './grants-by-size-class.export.js';
import { grantsByRecipientExport } from './grants-by-recipient.export.js';
import { grantsByPriorityAreaExport } from './grants-by-priority-area.export.js';
import { grantsByTargetGroupExport } from './grants-by-target-group.export.js';
import { coFinancingShareExport } from './co-financing-share.export.js';
import { resultsExport } from './results.export.js';
import { resultsByAreaExport } from './results-by-area.export.js';
import { measureTrendExport } from './measure-trend.export.js';
import { evaluationFiguresExport } from './evaluation-figures.export.js';
import { thinningsExport } from './thinnings.export.js';
import { summaryExport } from './summary.export.js';

export const exportKinds: readonly ExportKind[] = [
  applicationsExport,
  decisionsExport,
  grantsByYearExport,
  coFinancingExport,
  paymentsExport,
  reportingStatusExport,
  recoveriesExport,
  appropriationFollowUpExport,
  eligibilityExport,
  measuresExport,
  auditTrailExport,
  openGrantsExport,
  summaryExport,
  grantedAndRefusedExport,
  grantsByCountyExport,
  grantsByMunicipalityGroupExport,
  grantsBySizeClassExport,
  grantsByRecipientExport,
  grantsByPriorityAreaExport,
  grantsByTargetGroupExport,
  coFinancingShareExport,
  resultsExport,
  resultsByAreaExport,
  measureTrendExport,
  evaluationFiguresExport,
  thinningsExport,
  caseBundleExport,
];

/** Of rows, and a zip for what is more than rows. */
const ROW_FORMATS = ['csv', 'xlsx', 'json', 'pdf'] as const;
export const EXPORT_FORMATS = [...ROW_FORMATS, 'zip'] as const;

export function formatsOf({ formats }: ExportKind): readonly ExportFormat[] {
  return formats ?? ROW_FORMATS;
}

export function findExportKind(kind: string): ExportKind | undefined {
  return exportKinds.find((each) => each.kind === kind);
}
