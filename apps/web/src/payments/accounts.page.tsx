import { Alert, Tag } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { formatAccount } from '#domain/payments/accounts/account';
import { COOLING_OFF_DAYS } from '#domain/payments/accounts/cooling-off';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Actions } from '../parts/actions.js';
import type { Column } from '../parts/data-table.js';
import { Filters } from '../parts/filters.js';
import { FormDialog } from '../parts/form-dialog.js';
import { List } from '../parts/list.js';
import { tell } from '../parts/notices.js';
import { PageHead } from '../parts/page-head.js';
import { usePeople } from '../parts/people.js';
import { StatusTag } from '../parts/status-tag.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { may, useSession } from '../session/session.js';
import { AccountForm } from './account-form.js';
import { reasonForm } from '../parts/reason-form.js';
import './payments.css';

type Account = Schemas['PayeeAccountView'];

const STATUSES = ['proposed', 'approved', 'rejected', 'withdrawn', 'stopped'] as const;

const ACTS = {
  approve: {},
  reject: {
    form: reasonForm({ field: 'note', label: 'web.payments.note', send: 'action.payeeAccount.reject' }),
  },
  withdraw: {},
  stop: {
    form: reasonForm({
      field: 'note',
      label: 'web.payments.note',
      send: 'action.payeeAccount.stop',
      danger: true,
    }),
    danger: true as const,
  },
};

/** Where money is sent. The recipient proposes, the agency approves, and a change waits before it is used. */
export function Component() {
  const { t, named } = useText();
  const { user } = useSession();
  const isStaff = may(user, 'paymentFile.read');
  const [filters, set] = useFilters(['status', 'organisationId', 'sort']);
  const list = useList<Account>('/api/v1/payee-accounts', filters);
  return (
    <>
      <PageHead title={t('web.payments.accounts')} actions={<Propose />}>
        <Alert data-color="info">
          {t(isStaff ? 'web.payments.coolingOffStaff' : 'web.payments.coolingOffRecipient', {
            days: COOLING_OFF_DAYS,
          })}
        </Alert>
      </PageHead>
      <Filters
        of={[
          {
            kind: 'choice',
            name: 'status',
            label: t('web.payments.status'),
            options: STATUSES.map((value) => ({ value, label: named('status.payeeAccount', value) })),
          },
        ]}
        values={filters}
        set={set}
      />
      <List
        name="payeeAccounts"
        caption={t('web.payments.accounts')}
        list={list}
        columns={useColumns(isStaff)}
        rowKey={(row) => row.id}
        sort={filters.sort ?? '-proposedAt'}
        onSort={(sort) => set({ sort })}
        empty={<p>{t(isStaff ? 'web.payments.accountsEmptyStaff' : 'web.payments.accountsEmpty')}</p>}
      />
    </>
  );
}

function useColumns(isStaff: boolean): Column<Account>[] {
  const { t, named, day } = useText();
  const nameOf = usePeople();
  return [
    {
      code: 'number',
      header: t('web.payments.account'),
      cell: (row) => (
        <>
          {named('web.payments.kindShort', row.kind)} {formatAccount(row)}
        </>
      ),
    },
    ...(isStaff
      ? [
          {
            code: 'organisation',
            header: t('web.payments.organisation'),
            cell: (row: Account) => row.organisation.name,
          },
        ]
      : []),
    {
      code: 'status',
      header: t('web.payments.status'),
      cell: (row) => (
        <>
          <StatusTag subject="payeeAccount" status={row.status} />{' '}
          {row.isInUse ? <Tag data-color="info">{t('web.payments.inUse')}</Tag> : null}
        </>
      ),
    },
    {
      code: 'acts',
      header: t('web.payments.acts'),
      cell: (row) => (
        <Actions
          subject="payeeAccount"
          collection="payee-accounts"
          id={row.id}
          actions={row.actions}
          acts={ACTS}
          inRow
        />
      ),
    },
    { code: 'usableFrom', header: t('web.payments.usableFrom'), cell: (row) => day(row.usableFrom) },
    { code: 'reason', header: t('web.payments.reason'), cell: (row) => row.reason },
    { code: 'note', header: t('web.payments.note'), cell: (row) => row.note ?? '–', isExtra: true },
    {
      code: 'proposedAt',
      header: t('web.payments.proposed'),
      cell: (row) => `${day(row.proposedAt)}, ${nameOf(row.proposedBy, row.organisation.name)}`,
      sorts: true,
    },
    {
      code: 'approvedAt',
      header: t('web.payments.approved'),
      cell: (row) =>
        row.approvedAt ? `${day(row.approvedAt)}, ${nameOf(row.approvedBy, t('web.payments.agency'))}` : '–',
    },
    { code: 'bic', header: 'BIC', cell: (row) => row.bic ?? '–', isExtra: true },
  ];
}

function Propose() {
  const { t } = useText();
  const { user } = useSession();
  const client = useQueryClient();
  if (!may(user, 'payeeAccount.create')) return null;
  return (
    <FormDialog
      label={t('action.payeeAccount.create')}
      help={t('web.payments.proposeHelp')}
      variant="primary"
    >
      {(close) => (
        <AccountForm
          onCancel={close}
          onDone={() => {
            close();
            tell(t('web.act.done', { action: t('action.payeeAccount.create') }));
            void client.invalidateQueries();
          }}
        />
      )}
    </FormDialog>
  );
}
