import { Link } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { Loaded } from '../parts/loaded.js';
import { StatusTag } from '../parts/status-tag.js';

type Holder = Schemas['AppropriationHolder'];

/** Whose cases hold the money, those that hold most first. */
export function Holders({ id }: { id: string }) {
  const { t } = useText();
  const query = queries.useQuery('get', '/api/v1/appropriations/{id}/holders', { params: { path: { id } } });
  const columns = useColumns();
  return (
    <section>
      <h2>{t('web.appropriations.holders')}</h2>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('web.appropriations.noHolders')}</p>
          ) : (
            <DataTable
              name="holders"
              caption={t('web.appropriations.holders')}
              columns={columns}
              rows={items}
              rowKey={(row) => row.applicationId}
              href={(row) => `/beslut/${row.decisionId}`}
            />
          )
        }
      </Loaded>
    </section>
  );
}

function useColumns(): Column<Holder>[] {
  const { t, kr } = useText();
  const money = (
    fund: 'appropriation' | 'commitmentLimit',
    part: keyof Schemas['Holding'],
  ): Column<Holder> => ({
    code: `${fund}.${part}`,
    header: `${t(`fund.${fund}`)}: ${t(`account.${part}`).toLowerCase()}`,
    cell: (row) => kr(row[fund][part]),
    isNumber: true,
  });
  return [
    { code: 'registryNumber', header: t('web.decisions.registryNumber'), cell: (row) => row.registryNumber },
    {
      code: 'title',
      header: t('web.decisions.case'),
      cell: (row) => <Link to={`/arenden/${row.applicationId}`}>{row.title}</Link>,
    },
    { code: 'organisation', header: t('web.decisions.organisation'), cell: (row) => row.organisation.name },
    {
      code: 'status',
      header: t('web.decisions.status'),
      cell: (row) => <StatusTag subject="decision" status={row.status} />,
    },
    money('appropriation', 'reserved'),
    money('appropriation', 'unpaid'),
    money('appropriation', 'paid'),
    money('commitmentLimit', 'reserved'),
    money('commitmentLimit', 'unpaid'),
  ];
}
