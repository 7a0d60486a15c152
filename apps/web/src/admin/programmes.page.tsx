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
    {
      code: 'name',
      header: t('web.adminProgrammes.name'),
      cell: (row) => row.title[language],
      isLong: true,
    },
    { code: 'code', header: t('web.adminProgrammes.code'), cell: (row) => row.code },
    {
      code: 'wordings',
      header: t('web.adminProgrammes.wordings'),
      cell: (row) => row.wordings.length,
      isNumber: true,
    },
    {
      code: 'inForce',
      header: t('web.adminProgrammes.inForce'),
      cell: (row) =>
        row.repealed
          ? `${t('web.adminProgrammes.repealed')} ${day(row.repealed.on)}`
          : t('web.adminProgrammes.inForce'),
    },
    {
      code: 'example',
      header: t('web.adminProgrammes.example'),
      cell: (row) =>
        row.isExample ? <Tag data-color="warning">{t('web.adminProgrammes.example')}</Tag> : null,
    },
  ];
  return (
    <>
      <AdminHead title={t('web.programmes.title')}>
        <p>{t('web.adminProgrammes.intro')}</p>
      </AdminHead>
      <Loaded query={query}>
        {({ items }) => (
          <DataTable
            name="programmes"
            caption={t('web.adminProgrammes.caption')}
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
