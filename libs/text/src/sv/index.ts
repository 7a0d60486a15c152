import { caseBundle } from './case-bundle.js';
import { followUpColumns } from './columns-follow-up.js';
import { columns } from './columns.js';
import { errors } from './errors.js';
import { exportCover } from './export-cover.js';
import { exportWords } from './export-words.js';
import { exportKinds } from './exports.js';
import { importRows } from './import-rows.js';
import { kinds } from './kinds.js';
import { actions } from './lifecycle-actions.js';
import { lifecycle } from './lifecycle.js';
import { measures } from './measures.js';
import { remote } from './remote.js';
import { roles } from './roles.js';
import { web } from './web/index.js';
import { aboutRules } from './web/rules.js';

export const sv = {
  ...errors,
  ...aboutRules,
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
  ...exportWords,
  ...columns,
  ...followUpColumns,
  ...web,
} as const;
