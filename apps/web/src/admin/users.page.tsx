import { Details, Tag } from '@digdir/designsystemet-react';
import { ROLES } from '#domain/access/actor';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { Column } from '../parts/column.js';
import { Filters } from '../parts/filters.js';
import { List } from '../parts/list.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { AdminHead } from './admin-head.js';
import { NewUserForm } from './new-user-form.js';

type User = Schemas['UserView'];

export function Component() {
  const { t } = useText();
  return (
    <>
      <AdminHead title={t('web.users.title')}>
        <p>{t('web.users.intro')}</p>
      </AdminHead>
      <div className="sends">
        <Details>
          <Details.Summary>{t('web.users.new')}</Details.Summary>
          <Details.Content>
            <NewUserForm />
          </Details.Content>
        </Details>
      </div>
      <Users />
    </>
  );
}

function Users() {
  const { t, named } = useText();
  const [filters, set] = useFilters(['q', 'role', 'isActive', 'sort']);
  const list = useList<User>('/api/v1/users', filters);
  const columns: Column<User>[] = [
    { code: 'email', header: t('web.users.email'), cell: (row) => row.email, sorts: true },
    { code: 'name', header: t('web.users.name'), cell: (row) => row.name, sorts: true },
    {
      code: 'roles',
      header: t('web.users.roles'),
      cell: (row) => row.roles.map((role) => named('role', role)).join(', '),
    },
    {
      code: 'organisation',
      header: t('web.users.organisation'),
      cell: (row) => row.organisation?.name ?? t('web.users.agency'),
    },
    {
      code: 'isActive',
      header: t('web.users.isActive'),
      cell: (row) => (row.isActive ? t('web.users.active') : <Tag>{t('web.users.inactive')}</Tag>),
    },
    {
      code: 'hasPassword',
      header: t('web.users.hasPassword'),
      cell: (row) =>
        row.hasPassword ? (
          t('web.users.password')
        ) : (
          <Tag data-color="warning">{t('web.users.noPassword')}</Tag>
        ),
    },
  ];
  return (
    <>
      <Filters
        of={[
          { kind: 'search', name: 'q', label: t('web.users.search') },
          {
            kind: 'choice',
            name: 'role',
            label: t('web.users.role'),
            options: ROLES.map((value) => ({ value, label: named('role', value) })),
          },
          {
            kind: 'choice',
            name: 'isActive',
            label: t('web.users.isActive'),
            options: [
              { value: 'true', label: t('web.users.active') },
              { value: 'false', label: t('web.users.inactive') },
            ],
          },
        ]}
        values={filters}
        set={set}
      />
      <List
        name="users"
        caption={t('web.users.caption')}
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        href={(row) => `/admin/anvandare/${row.id}`}
        sort={filters.sort ?? 'email'}
        onSort={(sort) => set({ sort })}
        empty={<p>{t('web.users.empty')}</p>}
      />
    </>
  );
}
