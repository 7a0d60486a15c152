import { defineLifecycle } from '../../shared/lifecycle.js';

export type PayeeAccountStatus = 'proposed' | 'approved' | 'rejected' | 'withdrawn' | 'stopped';

/** One person proposes, another approves. A stopped account is used for nothing more; which one is in use is derived. */
export const payeeAccountLifecycle = defineLifecycle<PayeeAccountStatus>('payeeAccount', 'proposed', {
  proposed: { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' },
  approved: { stop: 'stopped' },
  rejected: {},
  withdrawn: {},
  stopped: {},
});
