import { defineLifecycle } from '../shared/lifecycle.js';

export type CallStatus = 'draft' | 'published' | 'closed' | 'archived';

/** A published call takes applications between its days, Stockholm time, the closing day inclusive. */
export const callLifecycle = defineLifecycle<CallStatus>('call', 'draft', {
  draft: { publish: 'published' },
  published: { close: 'closed' },
  closed: { archive: 'archived' },
  archived: {},
});
