import type { auditPages as sv } from '../../sv/web/audit.js';

export const auditPages: Record<keyof typeof sv, string> = {};
