import type { ReactNode } from 'react';
import { useText } from '../frame/language.js';
import type { Payment } from './payment.js';

/** How many are chosen, and what they come to together, beside what can be done to them. */
export function ChooseBar({ payments, children }: { payments: readonly Payment[]; children: ReactNode }) {
  const { t, kr } = useText();
  const sum = payments.reduce((total, payment) => total + payment.toPay, 0);
  return (
    <div className="choose-bar">
      <p role="status">
        {payments.length === 0
          ? t('web.payments.chooseHelp')
          : t('web.payments.chosen', { n: payments.length, sum: kr(sum) })}
      </p>
      {children}
    </div>
  );
}
