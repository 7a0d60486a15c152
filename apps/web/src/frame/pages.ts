import { adminPages } from '../admin/pages.js';
import { thinningPages } from '../thinnings/pages.js';
import { applicationsPages } from '../applications/pages.js';
import { appropriationsPages } from '../appropriations/pages.js';
import { auditPages } from '../audit/pages.js';
import { callsPages } from '../calls/pages.js';
import { casesPages } from '../cases/pages.js';
import { decisionsPages } from '../decisions/pages.js';
import { exportsPages } from '../exports/pages.js';
import { measuresPages } from '../measures/pages.js';
import { paymentsPages } from '../payments/pages.js';
import { publicPages } from '../public/pages.js';
import { recoveriesPages } from '../recoveries/pages.js';
import { reportsPages } from '../reports/pages.js';
import { secondFactorPages } from '../second-factor/pages.js';
import { sessionPages } from '../session/pages.js';
import type { Page } from './page.js';

/** Every page there is. */
export const PAGES: readonly Page[] = [
  ...publicPages,
  ...sessionPages,
  ...secondFactorPages,
  ...applicationsPages,
  ...casesPages,
  ...callsPages,
  ...decisionsPages,
  ...appropriationsPages,
  ...paymentsPages,
  ...reportsPages,
  ...recoveriesPages,
  ...measuresPages,
  ...exportsPages,
  ...auditPages,
  ...adminPages,
  ...thinningPages,
];
