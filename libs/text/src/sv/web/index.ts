import { adminPages } from './admin.js';
import { apiKeyPages } from './api-keys.js';
import { applicationPages } from './applications.js';
import { appropriationPages } from './appropriations.js';
import { auditPages } from './audit.js';
import { callPages } from './calls.js';
import { casePages } from './cases.js';
import { decisionPages } from './decisions.js';
import { exportPages } from './exports.js';
import { frame } from './frame.js';
import { guide } from './guide.js';
import { measurePages } from './measures.js';
import { pageTitles } from './pages.js';
import { paymentPages } from './payments.js';
import { publicPages } from './public.js';
import { recoveryPages } from './recoveries.js';
import { reportPages } from './reports.js';
import { secondFactorPages } from './second-factor.js';
import { thinningPages } from './thinnings.js';
import { sessionPages } from './session.js';

/** What the pages say: one file for each folder of apps/web. */
export const web = {
  ...frame,
  ...pageTitles,
  ...guide,
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
  ...sessionPages,
  ...apiKeyPages,
  ...thinningPages,
} as const;
