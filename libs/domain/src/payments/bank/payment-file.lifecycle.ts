import { defineLifecycle } from '../../shared/lifecycle.js';

export type PaymentFileStatus = 'queued' | 'ready';

/** Ordered, made once by the worker, and then told of by the bank as often as it likes. */
export const paymentFileLifecycle = defineLifecycle<PaymentFileStatus>('paymentFile', 'queued', {
  queued: { make: 'ready' },
  ready: { 'register-settlement': 'ready' },
});
