import { Alert, Tag } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { StatusTag } from '../parts/status-tag.js';
import { useList } from '../parts/use-list.js';

type Decision = Schemas['DecisionDetail'];

/** One decision as the recipient needs it: sums, conditions, what is to be reported, and what was paid. */
export function DecisionOfCase({ id }: { id: string }) {
  const { t, named, day } = useText();
  const query = queries.useQuery('get', '/api/v1/decisions/{id}', { params: { path: { id } } });
  return (
    <Loaded query={query}>
      {(decision) => (
        <section className="decision" aria-label={t('web.applications.decision')}>
          <h2>
            {t('web.applications.decision')}: {named('decisionOutcome', decision.outcome)}{' '}
            <StatusTag subject="decision" status={decision.status} />
          </h2>
          <p className="quiet">{t('web.applications.decidedAt', { day: day(decision.decidedAt) })}</p>
          <p className="written">{decision.reasons}</p>
          {decision.years.length > 0 ? <Years decision={decision} /> : null}
          {decision.conditions.length > 0 ? (
            <>
              <h3>{t('web.applications.conditions')}</h3>
              <ol>
                {decision.conditions.map((condition, place) => (
                  <li key={place}>{condition}</li>
                ))}
              </ol>
            </>
          ) : null}
          <Reports decision={decision} />
          <Payments decision={decision} />
        </section>
      )}
    </Loaded>
  );
}

function Years({ decision }: { decision: Decision }) {
  const { t, kr } = useText();
  const total = decision.years.reduce(
    (sum, { amount, status }) => sum + (status === 'lapsed' ? 0 : amount),
    0,
  );
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.applications.sums')}>
      <table className="ds-table fit">
        <caption className="sr-only">{t('web.applications.sums')}</caption>
        <thead>
          <tr>
            <th>{t('web.applications.field.year')}</th>
            <th className="number">{t('web.applications.granted')}</th>
            <th>{t('web.applications.status')}</th>
          </tr>
        </thead>
        <tbody>
          {decision.years.map((year) => (
            <tr key={year.id}>
              <th scope="row">{year.year}</th>
              <td className="number">{kr(year.amount)}</td>
              <td className="wraps">
                <StatusTag subject="decisionYear" status={year.status} />{' '}
                {year.status === 'conditional' ? (
                  <span className="quiet">{t('web.applications.conditionalHelp')}</span>
                ) : (
                  year.lapseReason
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('form.sum')}</th>
            <td className="number">{kr(total)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Reports({ decision }: { decision: Decision }) {
  const { t, named, day } = useText();
  if (decision.reports.length === 0) return null;
  return (
    <>
      <h3>{t('web.applications.reports')}</h3>
      <ul className="plain">
        {decision.reports.map((report) => (
          <li key={report.id}>
            <Link to={`/redovisningar/${report.id}`}>
              {named('reportKind', report.kind)} {report.year}
            </Link>{' '}
            {t('web.applications.dueOn', { day: day(report.dueOn) })}{' '}
            <StatusTag subject="report" status={report.status} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Payments({ decision }: { decision: Decision }) {
  const { t, kr, day } = useText();
  const payments =
    useList<Schemas['PaymentView']>('/api/v1/payments', { decisionId: decision.id }).rows ?? [];
  if (payments.length === 0) return null;
  return (
    <>
      <h3>{t('web.applications.payments')}</h3>
      <AccountNotice />
      <ul className="plain">
        {payments.map((payment) => (
          <li key={payment.id}>
            <strong className="number">{kr(payment.toPay)}</strong>{' '}
            {payment.executedOn
              ? t('web.applications.paidOn', { day: day(payment.executedOn) })
              : t('web.applications.payOn', { day: day(payment.payOn) })}{' '}
            <StatusTag subject="payment" status={payment.status} />
            <Withheld payment={payment} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Withheld({ payment: { withheldReason: reason } }: { payment: Schemas['PaymentView'] }) {
  const { t, day } = useText();
  if (!reason) return null;
  const words =
    reason.kind === 'report'
      ? t('web.applications.withheld.report', { day: day(reason.dueOn) })
      : t(`web.applications.withheld.${reason.kind}`, { reason: reason.motive ?? reason.reason });
  return (
    <>
      {' '}
      {words}{' '}
      {reason.reportId ? (
        <Link to={`/redovisningar/${reason.reportId}`}>{t('web.applications.toReport')}</Link>
      ) : null}
    </>
  );
}

/** Without an account nothing can be paid: said where the money is shown. */
function AccountNotice() {
  const { t } = useText();
  const accounts = useList<Schemas['PayeeAccountView']>('/api/v1/payee-accounts', {}).rows;
  if (!accounts) return null;
  const inUse = accounts.find((account) => account.isInUse);
  if (inUse)
    return (
      <p>
        {t('web.applications.account', { number: inUse.number })}{' '}
        <Tag data-color="success">{t('web.applications.accountInUse')}</Tag>
      </p>
    );
  return (
    <Alert data-color="warning">
      <p>{t('web.applications.noAccount')}</p>
    </Alert>
  );
}
