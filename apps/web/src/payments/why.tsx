import { Link } from 'react-router';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';

type Payment = Schemas['PaymentView'];

/** Why a payment is withheld or came back, in words; when it was paid; nothing for the others. */
export function Why({ payment }: { payment: Payment }) {
  const { t, day } = useText();
  if (payment.status === 'bounced') return <Bounce of={payment.bounce} />;
  if (payment.executedOn) return t('web.payments.paidOn', { day: day(payment.executedOn) });
  if (payment.status !== 'withheld' || !payment.withheldReason) return null;
  const { kind, reportId, dueOn, condition, motive, reason } = payment.withheldReason;
  if (kind === 'report')
    return (
      <>
        {t('web.payments.waitsForReport', { dueOn: day(dueOn) })}{' '}
        {reportId ? <Link to={`/redovisningar/${reportId}`}>{t('web.payments.theReport')}</Link> : null}
      </>
    );
  if (kind === 'condition') return t('web.payments.waitsForCondition', { condition, motive });
  return t('web.payments.withheldByOfficer', { reason });
}

export function Bounce({ of }: { of: Payment['bounce'] }) {
  const { t } = useText();
  const said = [of?.code, of?.text].filter(Boolean).join(': ');
  return said === '' ? t('web.payments.bouncedWithoutReason') : t('web.payments.bouncedWith', { said });
}
