import { defineLifecycle } from '../shared/lifecycle.js';

export type ThinningStatus = 'listed' | 'proposed' | 'approved' | 'carriedOut' | 'kept';

/** A list of what is due. One person proposes that it is thinned, another approves; or it is decided that all of it is kept. */
export const thinningLifecycle = defineLifecycle<ThinningStatus>('thinning', 'listed', {
  listed: { propose: 'proposed', keep: 'kept' },
  proposed: { return: 'listed', approve: 'approved' },
  approved: { 'carry-out': 'carriedOut' },
  carriedOut: {},
  kept: {},
});
