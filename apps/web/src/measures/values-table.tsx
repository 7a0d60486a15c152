import { Details } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { Empty } from '../parts/empty.js';
import { Facts } from '../parts/facts.js';
import { useFigures } from './figures.js';
import { QualityTag } from './quality-tag.js';
import { matches, sortRows, type SortKeys } from './sort-rows.js';
import { SourceFacts } from './source-facts.js';

type Values = Schemas['MeasureValues'];
type Value = Schemas['MeasureValue'];

const SORTS: SortKeys<Value> = {
  municipality: (row) => row.organisation.name,
  code: (row) => row.organisation.code,
  value: (row) => row.value,
  z: (row) => row.zScore,
};

interface ValuesTableProps {
  values: Values;
  sought: string | undefined;
  sort: string;
  onSort: (sort: string) => void;
}

export function ValuesTable({ values, sought, sort, onSort }: ValuesTableProps) {
  const { t, named, number } = useText();
  const figures = useFigures();
  const { measure, mean } = values;
  const rows = useMemo(
    () =>
      sortRows(
        values.items.filter(({ organisation }) => matches(sought, organisation.name, organisation.code)),
        sort,
        SORTS,
      ),
    [values, sought, sort],
  );
  const columns: Column<Value>[] = [
    {
      code: 'municipality',
      header: t('web.measures.municipality'),
      cell: (row) => row.organisation.name,
      sorts: true,
    },
    { code: 'code', header: t('web.measures.code'), cell: (row) => row.organisation.code, sorts: true },
    {
      code: 'value',
      header: t('web.measures.value'),
      cell: (row) => figures.value(measure, row.value),
      sorts: true,
      isNumber: true,
    },
    {
      code: 'deviation',
      header: t('web.measures.deviation'),
      cell: (row) =>
        figures.difference(measure, row.value === null || mean === null ? null : row.value - mean),
      isNumber: true,
      isExtra: true,
    },
    {
      code: 'z',
      header: t('web.measures.z'),
      cell: (row) => figures.z(row.zScore),
      sorts: true,
      isNumber: true,
    },
    { code: 'quality', header: t('web.measures.quality'), cell: (row) => named('quality', row.quality) },
  ];
  return (
    <>
      <Facts
        of={[
          [t('web.measures.year'), values.year],
          [t('web.measures.mean'), figures.value(measure, mean)],
          [t('web.measures.standardDeviation'), figures.value(measure, values.standardDeviation)],
          [t('web.measures.n'), number(values.n)],
          [t('web.measures.quality'), <QualityTag key="quality" quality={values.quality} />],
        ]}
      />
      {values.quality === 'proxy' ? <p className="quiet">{t('web.measures.proxyHelp')}</p> : null}
      <p className="count" role="status">
        {t('web.list.total', { total: rows.length })}
      </p>
      {rows.length === 0 ? (
        <Empty title={t('web.list.empty')}>
          <p>{t('web.measures.noMatch')}</p>
        </Empty>
      ) : (
        <DataTable
          name="measureValues"
          caption={t('web.measures.caption', { measure: named('measure', measure), year: values.year })}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.organisation.id}
          href={(row) => `/matt/${row.organisation.id}`}
          sort={sort}
          onSort={onSort}
        />
      )}
      <Details>
        <Details.Summary>{t('web.measures.sources')}</Details.Summary>
        <Details.Content>
          <SourceFacts of={values.dataset} />
        </Details.Content>
      </Details>
    </>
  );
}
