import { grantsByPurpose } from './grants-by-purpose.js';

export const grantsByPriorityAreaExport = grantsByPurpose('grants-by-priority-area', 'priorityArea');
