import type { exportPages as sv } from '../../sv/web/exports.js';

export const exportPages: Record<keyof typeof sv, string> = {};
