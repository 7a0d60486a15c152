import { grantsByGroup } from './grants-by-group.js';

/** SKR's nine groups. */
export const grantsByMunicipalityGroupExport = grantsByGroup(
  'grants-by-municipality-group',
  'municipalityGroup',
);
