import { grantsByGroup } from './grants-by-group.js';

/** Below 10 000 inhabitants, to 50 000, and above. */
export const grantsBySizeClassExport = grantsByGroup('grants-by-size-class', 'sizeClass');
