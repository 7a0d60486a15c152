import { Button, Checkbox } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Permission } from '#domain/access/permissions';
import type { PaymentStatus } from '#domain/payments/payment.lifecycle';
import { useText } from '../frame/language.js';
import { Actions } from '../parts/actions.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { Filters } from '../parts/filters.js';
import { Loaded } from '../parts/loaded.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { may, useSession } from '../session/session.js';
import { BulkAttest } from './bulk-attest.js';
import { OrderFile } from './order-file.js';
import type { Payment } from './payment.js';
import { PAYMENT_ACTS } from './payment-acts.js';
import { Why } from './why.js';

/** What may be done to many at once, by the status they have. */
const BULK: Partial<Record<PaymentStatus, Permission>> = {
  due: 'payment.attest',
  attested: 'paymentFile.create',
};

export function PaymentsOf({ status }: { status: PaymentStatus }) {
  const { t } = useText();
  const { user } = useSession();
  const [filters, set] = useFilters(['year', 'sort']);
  const { rows, error, more, total, isStale } = useList<Payment>(
    '/api/v1/payments',
    { ...filters, status },
    200,
  );
  const [chosen, choose] = useState<readonly string[]>([]);
  const bulk = BULK[status];
  const isChoosing = bulk !== undefined && may(user, bulk);
  const columns = useColumns(isChoosing ? { rows: rows ?? [], chosen, choose } : null, status);
  const these = rows?.filter((row) => chosen.includes(row.id)) ?? [];
  return (
    <>
      <Filters
        of={[{ kind: 'number', name: 'year', label: t('web.payments.year') }]}
        values={filters}
        set={set}
      />
      {isChoosing && status === 'due' ? <BulkAttest payments={these} onDone={() => choose([])} /> : null}
      {isChoosing && status === 'attested' ? <OrderFile payments={these} /> : null}
      <Loaded query={{ data: rows, error }}>
        {(payments) =>
          payments.length === 0 ? (
            <Empty title={t('web.list.empty')}>
              <p>{t(`web.payments.empty.${status}`)}</p>
            </Empty>
          ) : (
            <>
              <p className="count" role="status">
                {t('web.list.total', { total })}
              </p>
              <DataTable
                name={`payments.${status}`}
                caption={t('web.payments.caption')}
                columns={columns}
                rows={payments}
                rowKey={(row) => row.id}
                sort={filters.sort ?? 'payOn'}
                onSort={(sort) => set({ sort })}
                isStale={isStale}
                {...(more ? { more } : {})}
              />
            </>
          )
        }
      </Loaded>
      {more ? (
        <Button variant="secondary" onClick={more}>
          {t('web.list.more')}
        </Button>
      ) : null}
    </>
  );
}

interface Choosing {
  rows: readonly Payment[];
  chosen: readonly string[];
  choose: (ids: readonly string[]) => void;
}

function useColumns(choosing: Choosing | null, status: PaymentStatus): Column<Payment>[] {
  const { t, kr, day } = useText();
  const theCase: Column<Payment> = {
    code: 'case',
    header: t('web.payments.case'),
    cell: (row) => <Case payment={row} choosing={choosing} />,
  };
  const tells = status === 'withheld' || status === 'bounced' || status === 'executed';
  return [
    theCase,
    { code: 'organisation', header: t('web.payments.organisation'), cell: (row) => row.organisation.name },
    { code: 'part', header: t('web.payments.part'), cell: (row) => `${row.year}: ${row.instalment}` },
    { code: 'payOn', header: t('web.payments.payOn'), cell: (row) => day(row.payOn), sorts: true },
    ...(tells
      ? [
          {
            code: 'why',
            header: t('web.payments.why'),
            cell: (row: Payment) => (
              <span className="wrap">
                <Why payment={row} />
              </span>
            ),
          },
        ]
      : []),
    {
      code: 'amount',
      header: t('web.payments.amount'),
      cell: (row) => kr(row.amount),
      isNumber: true,
      sorts: true,
      ...(tells ? { isExtra: true } : {}),
    },
    {
      code: 'setOff',
      header: t('web.payments.setOff'),
      cell: (row) => (row.setOff > 0 ? kr(row.setOff) : '–'),
      isNumber: true,
      isExtra: true,
    },
    { code: 'toPay', header: t('web.payments.toPay'), cell: (row) => kr(row.toPay), isNumber: true },
    {
      code: 'acts',
      header: t('web.payments.acts'),
      cell: (row) => (
        <Actions
          subject="payment"
          collection="payments"
          id={row.id}
          actions={row.actions}
          acts={PAYMENT_ACTS}
          inRow
        />
      ),
    },
  ];
}

/** The row's name, and the box that chooses it where many can be chosen. */
function Case({ payment, choosing }: { payment: Payment; choosing: Choosing | null }) {
  const { t } = useText();
  const { id, registryNumber, organisation } = payment;
  const link = (
    <Link to={`/utbetalningar/${id}`} data-row>
      {registryNumber}
    </Link>
  );
  if (!choosing) return link;
  const isChosen = choosing.chosen.includes(id);
  return (
    <span className="choose">
      <Checkbox
        value={id}
        aria-label={t('web.payments.choose', { case: registryNumber, organisation: organisation.name })}
        checked={isChosen}
        onChange={() =>
          choosing.choose(isChosen ? choosing.chosen.filter((each) => each !== id) : [...choosing.chosen, id])
        }
      />
      {link}
    </span>
  );
}
