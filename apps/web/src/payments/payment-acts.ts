import { reasonForm } from '../parts/reason-form.js';

/** What is done to one payment. */
export const PAYMENT_ACTS = {
  attest: {},
  release: {
    form: reasonForm({ field: 'reason', label: 'web.payments.reason', send: 'action.payment.release' }),
  },
  withhold: {
    form: reasonForm({
      field: 'reason',
      label: 'web.payments.reason',
      send: 'action.payment.withhold',
      danger: true,
    }),
    danger: true as const,
  },
  replan: {},
};
