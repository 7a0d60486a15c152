import { applicationLifecycle } from './applications/application.lifecycle.js';
import { callLifecycle } from './calls/call.lifecycle.js';
import { decisionYearLifecycle } from './decisions/decision-year.lifecycle.js';
import { decisionLifecycle } from './decisions/decision.lifecycle.js';
import { letterLifecycle } from './documents/letter.lifecycle.js';
import { exportScheduleLifecycle } from './exports/export-schedule.lifecycle.js';
import { exportLifecycle } from './exports/export.lifecycle.js';
import { measureDatasetLifecycle } from './measures/measure-dataset.lifecycle.js';
import { payeeAccountLifecycle } from './payments/accounts/payee-account.lifecycle.js';
import { paymentFileLifecycle } from './payments/bank/payment-file.lifecycle.js';
import { paymentLifecycle } from './payments/payment.lifecycle.js';
import { recoveryLifecycle } from './recoveries/recovery.lifecycle.js';
import { accountingImportLifecycle } from './reports/accounting/accounting-import.lifecycle.js';
import { evidenceDemandLifecycle } from './reports/evidence-demand.lifecycle.js';
import { reportLifecycle } from './reports/report.lifecycle.js';
import { thinningLifecycle } from './retention/thinning.lifecycle.js';
import { fileScanLifecycle } from './files/file-scan.lifecycle.js';
import type { Lifecycle } from './shared/lifecycle.js';

/** Every lifecycle there is: docs, database and permissions are held against this list. */
export const lifecycles: readonly Lifecycle[] = [
  callLifecycle,
  applicationLifecycle,
  decisionLifecycle,
  decisionYearLifecycle,
  paymentLifecycle,
  payeeAccountLifecycle,
  paymentFileLifecycle,
  reportLifecycle,
  accountingImportLifecycle,
  evidenceDemandLifecycle,
  recoveryLifecycle,
  letterLifecycle,
  fileScanLifecycle,
  exportLifecycle,
  exportScheduleLifecycle,
  measureDatasetLifecycle,
  thinningLifecycle,
] as readonly Lifecycle[];

export function findLifecycle(subject: string): Lifecycle | undefined {
  return lifecycles.find((lifecycle) => lifecycle.subject === subject);
}
