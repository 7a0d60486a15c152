import { defineLifecycle } from '../shared/lifecycle.js';

export type PaymentStatus =
  'planned' | 'due' | 'withheld' | 'attested' | 'sent' | 'executed' | 'bounced' | 'cancelled';

/**
 * A bank may give back what it had paid, so an executed payment can still bounce. What bounced is planned again as another
 * payment. Set-off lowers what is sent, as long as nobody has attested it.
 */
export const paymentLifecycle = defineLifecycle<PaymentStatus>('payment', 'planned', {
  planned: { 'fall-due': 'due', 'set-off': 'planned', cancel: 'cancelled' },
  due: { attest: 'attested', withhold: 'withheld', 'set-off': 'due', cancel: 'cancelled' },
  withheld: { release: 'due', 'set-off': 'withheld', cancel: 'cancelled' },
  attested: { send: 'sent' },
  sent: { execute: 'executed', bounce: 'bounced' },
  executed: { bounce: 'bounced' },
  bounced: { replan: 'bounced' },
  cancelled: {},
});
