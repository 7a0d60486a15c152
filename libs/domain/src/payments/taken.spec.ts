import { expect, it } from '@jest/globals';
import { computeTaken } from './taken.js';
import { paymentLifecycle, type PaymentStatus } from './payment.lifecycle.js';

it('is what has been attested, sent or executed, per year', () => {
  const payments = paymentLifecycle.states.flatMap((status: PaymentStatus, index) => [
    { year: 2028, amount: 10 ** index, status },
    { year: 2027, amount: 1, status },
  ]);
  expect(computeTaken(payments)).toEqual([
    { year: 2027, amount: 3 },
    { year: 2028, amount: 111_000 },
  ]);
});
