import { errors } from '../errors.js';
import { kinds } from '../kinds.js';
import { actions } from '../lifecycle-actions.js';
import { lifecycle } from '../lifecycle.js';
import { roles } from '../roles.js';
import { frame } from './frame.js';
import { pageTitles } from './pages.js';

/** What any page may say. */
export const first = {
  ...errors,
  ...lifecycle,
  ...actions,
  ...roles,
  ...kinds,
  ...frame,
  ...pageTitles,
} as const;
