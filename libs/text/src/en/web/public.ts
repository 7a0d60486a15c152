import type { publicPages as sv } from '../../sv/web/public.js';

export const publicPages: Record<keyof typeof sv, string> = {};
