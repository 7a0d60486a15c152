import type { paymentPages as sv } from '../../sv/web/payments.js';

export const paymentPages: Record<keyof typeof sv, string> = {};
