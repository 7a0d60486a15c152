import { caseBundle } from './case-bundle.js';
import { followUpColumns } from './columns-follow-up.js';
import { columns } from './columns.js';
import { errors } from './errors.js';
import { exportCover } from './export-cover.js';
import { exportKinds } from './exports.js';
import { eligibilityFindings } from './findings-eligibility.js';
import { moneyFindings } from './findings-money.js';
import { paymentFindings } from './findings-payments.js';
import { procedureFindings } from './findings-procedure.js';
import { form } from './form.js';
import { importRows } from './import-rows.js';
import { kinds } from './kinds.js';
import { actions } from './lifecycle-actions.js';
import { lifecycle } from './lifecycle.js';
import { measures } from './measures.js';
import { paymentProblems } from './problems-payments.js';
import { problems } from './problems.js';
import { questions } from './questions.js';
import { remote } from './remote.js';
import { reports } from './reports.js';
import { roles } from './roles.js';
import { rules } from './rules.js';
import { web } from './web/index.js';

export const sv = {
  ...errors,
  ...problems,
  ...paymentProblems,
  ...eligibilityFindings,
  ...moneyFindings,
  ...paymentFindings,
  ...procedureFindings,
  ...rules,
  ...questions,
  ...lifecycle,
  ...actions,
  ...remote,
  ...roles,
  ...importRows,
  ...kinds,
  ...measures,
  ...caseBundle,
  ...exportKinds,
  ...exportCover,
  ...columns,
  ...followUpColumns,
  ...reports,
  ...form,
  ...web,
} as const;
