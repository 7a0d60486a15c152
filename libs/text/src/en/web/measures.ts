import type { measurePages as sv } from '../../sv/web/measures.js';

export const measurePages: Record<keyof typeof sv, string> = {};
