import { Tag } from '@digdir/designsystemet-react';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { Loaded } from '../parts/loaded.js';
import { AdminHead } from './admin-head.js';

type Programme = Schemas['ProgrammeView'];

export function Component() {
  const { t, language, day } = useText();
  const query = queries.useQuery('get', '/api/v1/programmes', {});
  const columns: Column<Programme>[] = [
    { code: 'name', header: t('web.programmes.name'), cell: (row) => row.title[language] },
    { code: 'code', header: t('web.programmes.code'), cell: (row) => row.code },
    {
      code: 'wordings',
      header: t('web.programmes.wordings'),
      cell: (row) => row.wordings.length,
      isNumber: true,
    },
    {
      code: 'inForce',
      header: t('web.programmes.inForce'),
      cell: (row) =>
        row.repealed
          ? `${t('web.programmes.repealed')} ${day(row.repealed.on)}`
          : t('web.programmes.inForce'),
    },
    {
      code: 'example',
      header: t('web.programmes.example'),
      cell: (row) => (row.isExample ? <Tag data-color="warning">{t('web.programmes.example')}</Tag> : null),
    },
  ];
  return (
    <>
      <AdminHead title={t('web.programmes.title')}>
        <p>{t('web.programmes.intro')}</p>
      </AdminHead>
      <Loaded query={query}>
        {({ items }) => (
          <DataTable
            name="programmes"
            caption={t('web.programmes.caption')}
            columns={columns}
            rows={items}
            rowKey={(row) => row.code}
            href={(row) => `/admin/stod/${row.code}`}
          />
        )}
      </Loaded>
    </>
  );
}
