import { defineLifecycle } from '../shared/lifecycle.js';

export type PaymentStatus =
  'planned' | 'due' | 'withheld' | 'attested' | 'sent' | 'executed' | 'bounced' | 'cancelled';

export const paymentLifecycle = defineLifecycle<PaymentStatus>('payment', 'planned', {
  planned: { 'fall-due': 'due', cancel: 'cancelled' },
  due: { attest: 'attested', withhold: 'withheld', cancel: 'cancelled' },
  withheld: { release: 'due', cancel: 'cancelled' },
  attested: { send: 'sent' },
  sent: { execute: 'executed', bounce: 'bounced' },
  executed: {},
  bounced: {},
  cancelled: {},
});
