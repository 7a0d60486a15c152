import type { adminPages as sv } from '../../sv/web/admin.js';

export const adminPages: Record<keyof typeof sv, string> = {};
