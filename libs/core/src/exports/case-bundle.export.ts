import { sql, type Sql } from '#platform/database';
import { sealsOf, TRAIL_COLUMNS, TRAIL_KEY, trailOf } from './audit-trail.export.js';
import { caseDocuments, caseFiles } from './case-documents.queries.js';
import type { ExportKind } from './export-kind.js';

/**
 * Everything of one case, to be looked into without the agency: its rows are the audit trail of all that is of the case
 * or that it stands on, each chain complete; beside them lie the case itself, its letters and what was sent in.
 */
export const caseBundleExport: ExportKind = {
  kind: 'case-bundle',
  formats: ['zip'],
  columns: TRAIL_COLUMNS,
  key: TRAIL_KEY,
  filters: ['applicationId'],
  required: ['applicationId'],
  permission: 'export.create-case-bundle',
  isOfNowOnly: true,
  isSealed: true,
  query: ({ applicationId }) =>
    trailOf(
      sql`JOIN (${caseSubjects(applicationId!)}) s USING (subject_type, subject_id)`,
      sealsOf(caseSubjects(applicationId!)),
    ),
  encloses: ({ applicationId }) => ({
    documents: caseDocuments(applicationId!, caseSubjects(applicationId!)),
    files: caseFiles(applicationId!),
  }),
};

/** With the length of each one's chain, so that one which was cut off at its end is found out. */
export function caseSubjects(applicationId: string): Sql {
  const decisions = sql`SELECT id FROM decisions WHERE application_id = ${applicationId}::uuid`;
  const reports = sql`SELECT id FROM reports WHERE decision_id IN (${decisions})`;
  const lines = sql`payment_file_lines l JOIN payments p ON p.id = l.payment_id WHERE p.decision_id IN (${decisions})`;
  return sql`SELECT 'application' AS subject_type, id AS subject_id, version FROM applications WHERE id = ${applicationId}::uuid
    UNION ALL SELECT 'decision', id, version FROM decisions WHERE id IN (${decisions})
    UNION ALL SELECT 'decisionYear', id, version FROM decision_years WHERE decision_id IN (${decisions})
    UNION ALL SELECT 'payment', id, version FROM payments WHERE decision_id IN (${decisions})
    UNION ALL SELECT 'paymentFile', id, version FROM payment_files WHERE id IN (SELECT l.payment_file_id FROM ${lines})
    UNION ALL SELECT 'payeeAccount', id, version FROM payee_accounts WHERE id IN (SELECT l.account_id FROM ${lines})
    UNION ALL SELECT 'report', id, version FROM reports WHERE id IN (${reports})
    UNION ALL SELECT 'accountingImport', id, version FROM accounting_imports WHERE report_id IN (${reports})
    UNION ALL SELECT 'evidenceDemand', id, version FROM evidence_demands WHERE report_id IN (${reports})
    UNION ALL SELECT 'fileScan', id, version FROM file_scans WHERE id IN (
      SELECT id FROM application_attachments WHERE application_id = ${applicationId}::uuid
          AND removed_at IS NULL AND submission_number IS NOT NULL
      UNION ALL SELECT id FROM accounting_imports WHERE report_id IN (${reports})
      UNION ALL SELECT id FROM evidence_files WHERE demand_id IN (
        SELECT id FROM evidence_demands WHERE report_id IN (${reports})))
    UNION ALL SELECT 'sample', id, version FROM samples
      WHERE id IN (SELECT sample_id FROM sample_members WHERE report_id IN (${reports}))
    UNION ALL SELECT 'recovery', id, version FROM recoveries WHERE decision_id IN (${decisions})
    UNION ALL SELECT 'letter', id, version FROM letters WHERE application_id = ${applicationId}::uuid
    UNION ALL SELECT 'call', id, version FROM calls
      WHERE id = (SELECT call_id FROM applications WHERE id = ${applicationId}::uuid)
    UNION ALL SELECT 'appropriation', id, version FROM appropriations
      WHERE id IN (SELECT appropriation_id FROM decision_years WHERE decision_id IN (${decisions}))`;
}
