import { grantsByPurpose } from './grants-by-purpose.js';

export const grantsByTargetGroupExport = grantsByPurpose('grants-by-target-group', 'targetGroup');
