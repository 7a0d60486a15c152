/** Operations whose answers `thinning.spec.ts` holds against the contract. */
export const THINNING_OPERATIONS = [
  'approveThinning',
  'getThinning',
  'keepThinning',
  'listThinningItems',
  'listThinnings',
  'proposeThinning',
  'returnThinning',
];
