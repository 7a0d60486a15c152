import type { recoveryPages as sv } from '../../sv/web/recoveries.js';

export const recoveryPages: Record<keyof typeof sv, string> = {};
