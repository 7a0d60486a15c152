import type { reportPages as sv } from '../../sv/web/reports.js';

export const reportPages: Record<keyof typeof sv, string> = {};
