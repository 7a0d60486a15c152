import type { applicationPages as sv } from '../../sv/web/applications.js';

export const applicationPages: Record<keyof typeof sv, string> = {};
