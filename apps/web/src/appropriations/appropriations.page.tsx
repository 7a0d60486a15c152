import { useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { Column } from '../parts/data-table.js';
import { Filters } from '../parts/filters.js';
import { FormDialog } from '../parts/form-dialog.js';
import { List } from '../parts/list.js';
import { tell } from '../parts/notices.js';
import { PageHead } from '../parts/page-head.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { may, useSession } from '../session/session.js';
import { CreateForm } from './create-form.js';
import { FundFigure } from './fund-figure.js';
import './appropriations.css';

type Appropriation = Schemas['AppropriationView'];

const NAMES = ['year', 'code', 'asOf', 'sort'] as const;

/** Every year's appropriation: what is allocated, bound and left, of its own money and of what it may promise. */
export function Component() {
  const { t } = useText();
  const [filters, set] = useFilters(NAMES);
  const list = useList<Appropriation>('/api/v1/appropriations', filters);
  return (
    <>
      <PageHead title={t('web.appropriations.title')} actions={<Create />} />
      <Filters
        of={[
          { kind: 'number', name: 'year', label: t('web.appropriations.year') },
          { kind: 'search', name: 'code', label: t('web.appropriations.code') },
          { kind: 'day', name: 'asOf', label: t('web.appropriations.asOf') },
        ]}
        values={filters}
        set={set}
      />
      {list.rows ? (
        <div className="two even">
          <FundFigure
            title={t('web.appropriations.pictureOwn')}
            appropriations={list.rows}
            of={(row) => row}
          />
          <FundFigure
            title={t('web.appropriations.pictureLimit')}
            appropriations={list.rows}
            of={(row) => row.commitmentLimit}
          />
        </div>
      ) : null}
      <List
        name="appropriations"
        caption={t('web.appropriations.caption')}
        list={list}
        columns={useColumns()}
        rowKey={(row) => row.id}
        href={(row) => `/anslag/${row.id}${filters.asOf ? `?asOf=${filters.asOf}` : ''}`}
        sort={filters.sort ?? '-year'}
        onSort={(sort) => set({ sort })}
        empty={<p>{t('web.appropriations.empty')}</p>}
      />
    </>
  );
}

function useColumns(): Column<Appropriation>[] {
  const { t, kr } = useText();
  const own = (part: keyof Schemas['Balances'], isExtra?: true): Column<Appropriation> => ({
    code: part,
    header: t(`web.appropriations.${part}`),
    cell: (row) => kr(row[part]),
    isNumber: true,
    ...(isExtra ? { isExtra } : {}),
  });
  const limit = (part: keyof Schemas['Balances'], isExtra?: true): Column<Appropriation> => ({
    code: `limit.${part}`,
    header: t('web.appropriations.ofLimit', { part: t(`web.appropriations.${part}`).toLowerCase() }),
    cell: (row) => kr(row.commitmentLimit[part]),
    isNumber: true,
    ...(isExtra ? { isExtra } : {}),
  });
  return [
    {
      code: 'code',
      header: t('web.appropriations.code'),
      cell: (row) => `${row.code} ${row.year}`,
      sorts: true,
    },
    {
      code: 'year',
      header: t('web.appropriations.year'),
      cell: (row) => row.year,
      sorts: true,
      isExtra: true,
    },
    { code: 'name', header: t('web.appropriations.name'), cell: (row) => row.name, isExtra: true },
    own('allocated'),
    own('reserved'),
    own('committed'),
    own('paid'),
    own('returned', true),
    own('available'),
    limit('allocated'),
    limit('reserved', true),
    limit('committed', true),
    limit('available'),
  ];
}

function Create() {
  const { t } = useText();
  const { user } = useSession();
  const client = useQueryClient();
  if (!may(user, 'appropriation.create')) return null;
  return (
    <FormDialog
      label={t('action.appropriation.create')}
      help={t('web.act.appropriation.create')}
      variant="primary"
    >
      {(close) => (
        <CreateForm
          onCancel={close}
          onDone={() => {
            close();
            tell(t('web.act.done', { action: t('action.appropriation.create') }));
            void client.invalidateQueries();
          }}
        />
      )}
    </FormDialog>
  );
}
