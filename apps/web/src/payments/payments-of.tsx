import type { Permission } from '#domain/access/permissions';
import type { PaymentStatus } from '#domain/payments/payment.lifecycle';
import { useText } from '../frame/language.js';
import { Actions } from '../parts/actions.js';
import type { Column } from '../parts/data-table.js';
import { Filters } from '../parts/filters.js';
import { List } from '../parts/list.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { useSelection } from '../parts/use-selection.js';
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

const NONE: Payment[] = [];
const keyOf = (row: Payment) => row.id;

export function PaymentsOf({ status }: { status: PaymentStatus }) {
  const { t } = useText();
  const { user } = useSession();
  const [filters, set] = useFilters(['year', 'sort']);
  const list = useList<Payment>('/api/v1/payments', { ...filters, status }, 200);
  const { chosen, chosenRows, toggle, toggleAll, clear } = useSelection(list.rows ?? NONE, keyOf);
  const bulk = BULK[status];
  const isChoosing = bulk !== undefined && may(user, bulk);
  const selection = {
    chosen,
    toggle,
    toggleAll,
    labelOf: (row: Payment) =>
      t('web.payments.choose', { case: row.registryNumber, organisation: row.organisation.name }),
    labelOfAll: t('web.payments.chooseAll'),
  };
  return (
    <>
      <Filters
        of={[{ kind: 'number', name: 'year', label: t('web.payments.year') }]}
        values={filters}
        set={set}
      />
      {isChoosing && status === 'due' ? <BulkAttest payments={chosenRows} onDone={clear} /> : null}
      {isChoosing && status === 'attested' ? <OrderFile payments={chosenRows} /> : null}
      <List
        name={`payments.${status}`}
        caption={t('web.payments.caption')}
        list={list}
        columns={useColumns(status)}
        rowKey={keyOf}
        href={(row) => `/utbetalningar/${row.id}`}
        sort={filters.sort ?? 'payOn'}
        onSort={(sort) => set({ sort })}
        empty={<p>{t(`web.payments.empty.${status}`)}</p>}
        {...(isChoosing ? { selection } : {})}
      />
    </>
  );
}

function useColumns(status: PaymentStatus): Column<Payment>[] {
  const { t, kr, day } = useText();
  const tells = status === 'withheld' || status === 'bounced' || status === 'executed';
  return [
    { code: 'case', header: t('web.payments.case'), cell: (row) => row.registryNumber },
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
