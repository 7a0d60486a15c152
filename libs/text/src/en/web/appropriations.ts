import type { appropriationPages as sv } from '../../sv/web/appropriations.js';

export const appropriationPages: Record<keyof typeof sv, string> = {};
