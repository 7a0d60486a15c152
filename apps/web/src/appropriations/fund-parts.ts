import type { Schemas } from '../api/client.js';

/** In the order of a bar: what is gone first, what is left last. */
export const FUND_PARTS = ['paid', 'returned', 'unpaid', 'reserved', 'available'] as const;
export type FundPart = (typeof FUND_PARTS)[number];

/** What was allocated, parted so that nothing is counted twice: `committed` holds what is paid, returned and not yet paid. */
export function fundParts(balances: Schemas['Balances']): Record<FundPart, number> {
  const { paid, returned, committed, reserved, available } = balances;
  return { paid, returned, unpaid: committed - paid - returned, reserved, available };
}
