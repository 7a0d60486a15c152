import { Tabs } from '@digdir/designsystemet-react';
import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { PaymentStatus } from '#domain/payments/payment.lifecycle';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { PageHead } from '../parts/page-head.js';
import { useFilters } from '../parts/use-filters.js';
import { PaymentsOf } from './payments-of.js';
import { countOf, TABS } from './tabs.js';
import './payments.css';

/** Payments by where they stand. */
export function Component() {
  const { t, named } = useText();
  const [{ status }, set] = useFilters(['status']);
  const shown = TABS.find((tab) => tab === status) ?? 'due';
  const counts = useCounts();
  return (
    <>
      <PageHead
        title={t('web.payments.title')}
        actions={
          <span className="actions">
            <Link to="/utbetalningar/filer">{t('web.payments.files')}</Link>
            <Link to="/betalkonton">{t('web.payments.accounts')}</Link>
          </span>
        }
      />
      <Tabs value={shown} onChange={(next) => set({ status: next })}>
        <Tabs.List className="payment-tabs">
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {named('status.payment', tab)}
              {counts[tab] === undefined ? '' : ` (${counts[tab]})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map((tab) => (
          <Tabs.Panel key={tab} value={tab}>
            {tab === shown ? <PaymentsOf key={tab} status={tab} /> : null}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

function useCounts(): Partial<Record<PaymentStatus, number>> {
  const answers = useQueries({
    queries: TABS.map((status) => queries.queryOptions('get', '/api/v1/payments', countOf(status))),
  });
  return Object.fromEntries(TABS.map((status, place) => [status, answers[place]?.data?.total]));
}
