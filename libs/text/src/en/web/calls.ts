import type { callPages as sv } from '../../sv/web/calls.js';

export const callPages: Record<keyof typeof sv, string> = {};
