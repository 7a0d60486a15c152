import type { PaymentStatus } from '#domain/payments/payment.lifecycle';

/** In the order of a day's work: what waits for somebody first, what is done last. */
export const TABS: readonly PaymentStatus[] = [
  'due',
  'withheld',
  'attested',
  'sent',
  'bounced',
  'planned',
  'executed',
  'cancelled',
];

/** How many payments have a status: a list says how many it has, however few it gives. */
export const countOf = (status: PaymentStatus) => ({ params: { query: { status, limit: 1 } } });
