import { errors } from '../errors.js';
import { exportKinds } from '../exports.js';
import { form } from '../form.js';
import { kinds } from '../kinds.js';
import { actions } from '../lifecycle-actions.js';
import { lifecycle } from '../lifecycle.js';
import { measures } from '../measures.js';
import { questions } from '../questions.js';
import { reports } from '../reports.js';
import { roles } from '../roles.js';
import { adminPages } from './admin.js';
import { applicationPages } from './applications.js';
import { appropriationPages } from './appropriations.js';
import { auditPages } from './audit.js';
import { callPages } from './calls.js';
import { casePages } from './cases.js';
import { decisionPages } from './decisions.js';
import { exportPages } from './exports.js';
import { frame } from './frame.js';
import { measurePages } from './measures.js';
import { paymentPages } from './payments.js';
import { publicPages } from './public.js';
import { recoveryPages } from './recoveries.js';
import { reportPages } from './reports.js';
import { secondFactorPages } from './second-factor.js';

/** What the pages say: one file for each folder of apps/web. */
export const web = {
  ...frame,
  ...publicPages,
  ...applicationPages,
  ...casePages,
  ...callPages,
  ...decisionPages,
  ...appropriationPages,
  ...paymentPages,
  ...reportPages,
  ...recoveryPages,
  ...measurePages,
  ...exportPages,
  ...auditPages,
  ...adminPages,
  ...secondFactorPages,
};

/** What a browser needs to show a page; the rest, for findings and rules, comes after. */
export const first = {
  ...errors,
  ...lifecycle,
  ...actions,
  ...roles,
  ...kinds,
  ...measures,
  ...exportKinds,
  ...questions,
  ...reports,
  ...form,
  ...web,
};
