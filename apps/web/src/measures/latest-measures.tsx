import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { useFigures } from './figures.js';
import { QualityTag } from './quality-tag.js';

type Item = Schemas['OrganisationMeasure'];

/** The latest year of each measure. */
export function latestOf(items: readonly Item[]): Item[] {
  const latest = new Map<string, Item>();
  for (const item of items)
    if (item.year >= (latest.get(item.measure)?.year ?? 0)) latest.set(item.measure, item);
  return [...latest.values()];
}

export function LatestMeasures({ items }: { items: readonly Item[] }) {
  const { t, named } = useText();
  const figures = useFigures();
  const columns: Column<Item>[] = [
    { code: 'measure', header: t('web.measures.measure'), cell: (row) => named('measure', row.measure) },
    { code: 'year', header: t('web.measures.year'), cell: (row) => row.year, isNumber: true },
    {
      code: 'value',
      header: t('web.measures.value'),
      cell: (row) => figures.value(row.measure, row.value),
      isNumber: true,
    },
    {
      code: 'mean',
      header: t('web.measures.mean'),
      cell: (row) => figures.value(row.measure, row.mean),
      isNumber: true,
    },
    {
      code: 'standardDeviation',
      header: t('web.measures.standardDeviation'),
      cell: (row) => figures.value(row.measure, row.standardDeviation),
      isNumber: true,
      isExtra: true,
    },
    { code: 'z', header: t('web.measures.z'), cell: (row) => figures.z(row.zScore), isNumber: true },
    {
      code: 'quality',
      header: t('web.measures.quality'),
      cell: (row) => <QualityTag quality={row.quality} />,
    },
  ];
  const latest = latestOf(items);
  if (latest.length === 0) return null;
  return (
    <section>
      <h2 id="latest">{t('web.organisationMeasures.latest')}</h2>
      <DataTable
        name="latestMeasures"
        caption={t('web.organisationMeasures.latest')}
        columns={columns}
        rows={latest}
        rowKey={(row) => row.measure}
        href={(row) => `/matt?measure=${row.measure}`}
      />
      {latest.some(({ quality }) => quality === 'proxy') ? (
        <p className="quiet">{t('web.measures.proxyHelp')}</p>
      ) : null}
    </section>
  );
}
