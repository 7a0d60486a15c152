import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { Facts } from '../parts/facts.js';
import { Filters } from '../parts/filters.js';
import { useFilters } from '../parts/use-filters.js';
import { matches, sortRows, type SortKeys } from './sort-rows.js';

type Area = Schemas['Area'];

const TYPES = [1, 2, 3, 4, 5] as const;
const SORTS: SortKeys<Area> = {
  code: (row) => row.code,
  name: (row) => row.name,
  areaType: (row) => row.areaType,
};

/** Areas by their type: how many of each, and which. */
export function Areas({ areas }: { areas: readonly Area[] }) {
  const { t } = useText();
  return (
    <section>
      <h2 id="areas">{t('web.organisationMeasures.areas')}</h2>
      {areas.length === 0 ? (
        <Empty title={t('web.organisationMeasures.noAreas')}>
          <p>{t('web.organisationMeasures.noAreasHelp')}</p>
        </Empty>
      ) : (
        <AreaList areas={areas} />
      )}
    </section>
  );
}

function AreaList({ areas }: { areas: readonly Area[] }) {
  const { t } = useText();
  const [filters, set] = useFilters(['q', 'areaType', 'sort']);
  const typed = (type: number) => `${t('web.organisationMeasures.areaType')} ${type}`;
  const rows = sortRows(
    areas
      .filter(({ areaType }) => !filters.areaType || String(areaType) === filters.areaType)
      .filter(({ name, code }) => matches(filters.q, name, code)),
    filters.sort ?? 'areaType',
    SORTS,
  );
  const columns: Column<Area>[] = [
    { code: 'name', header: t('web.organisationMeasures.area'), cell: (row) => row.name, sorts: true },
    { code: 'code', header: t('web.measures.code'), cell: (row) => row.code, sorts: true },
    {
      code: 'areaType',
      header: t('web.organisationMeasures.areaType'),
      cell: (row) => row.areaType ?? t('web.organisationMeasures.noAreaType'),
      sorts: true,
      isNumber: true,
    },
    { code: 'year', header: t('web.measures.year'), cell: (row) => row.year, isNumber: true },
  ];
  return (
    <>
      <p>{t('web.organisationMeasures.areasHelp')}</p>
      <Facts
        of={TYPES.map((type) => [typed(type), areas.filter(({ areaType }) => areaType === type).length])}
      />
      <Filters
        of={[
          { kind: 'search', name: 'q', label: t('web.organisationMeasures.areaSearch') },
          {
            kind: 'choice',
            name: 'areaType',
            label: t('web.organisationMeasures.areaType'),
            options: TYPES.map((type) => ({ value: String(type), label: typed(type) })),
          },
        ]}
        values={filters}
        set={set}
      />
      <p className="count" role="status">
        {t('web.list.total', { total: rows.length })}
      </p>
      <DataTable
        name="areas"
        caption={t('web.organisationMeasures.areas')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        sort={filters.sort ?? 'areaType'}
        onSort={(sort) => set({ sort })}
      />
    </>
  );
}
