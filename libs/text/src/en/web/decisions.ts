import type { decisionPages as sv } from '../../sv/web/decisions.js';

export const decisionPages: Record<keyof typeof sv, string> = {};
