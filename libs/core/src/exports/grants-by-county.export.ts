import { grantsByGroup } from './grants-by-group.js';

/** Where in the country. */
export const grantsByCountyExport = grantsByGroup('grants-by-county', 'county');
