import { defineLifecycle } from '../shared/lifecycle.js';

export type LetterStatus = 'ordered' | 'sealed';

/** Ordered by the act that it tells of, and sealed once by the worker. There is no way back. */
export const letterLifecycle = defineLifecycle<LetterStatus>('letter', 'ordered', {
  ordered: { seal: 'sealed' },
  sealed: {},
});
