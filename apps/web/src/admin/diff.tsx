import { Tag } from '@digdir/designsystemet-react';
import { useText } from '../frame/language.js';
import type { Schemas } from '../api/client.js';
import type { Column } from '../parts/data-table.js';
import { Facts } from '../parts/facts.js';
import { Filters } from '../parts/filters.js';
import { List } from '../parts/list.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';

type Change = Schemas['DatasetChangeItem'];

const CHANGES = ['new', 'changed', 'gone'] as const;

/** What a data set changes of the values in use, with the large changes marked. */
export function Diff({ id, diff }: { id: string; diff: Schemas['DatasetDiff'] }) {
  const { t, number } = useText();
  return (
    <section>
      <h2 id="diff">{t('web.dataset.diff')}</h2>
      <p>{t('web.dataset.diffHelp')}</p>
      <Facts
        of={[
          [t('web.dataset.new'), number(diff.new)],
          [t('web.dataset.changed'), number(diff.changed)],
          [t('web.dataset.gone'), number(diff.gone)],
          [t('web.dataset.unchanged'), number(diff.unchanged)],
          [t('web.dataset.flagged'), number(diff.flaggedCount)],
        ]}
      />
      <Changes id={id} />
    </section>
  );
}

function Changes({ id }: { id: string }) {
  const { t, named, number } = useText();
  const [filters, set] = useFilters(['change', 'flagged']);
  const list = useList<Change>(`/api/v1/measure-datasets/${id}/diff`, filters);
  const columns: Column<Change>[] = [
    { code: 'organisation', header: t('web.measures.municipality'), cell: (row) => row.organisation.name },
    { code: 'measure', header: t('web.measures.measure'), cell: (row) => named('measure', row.measure) },
    { code: 'year', header: t('web.measures.year'), cell: (row) => row.year, isNumber: true },
    { code: 'change', header: t('web.dataset.change'), cell: (row) => t(`web.dataset.change.${row.change}`) },
    { code: 'before', header: t('web.dataset.before'), cell: (row) => number(row.before), isNumber: true },
    { code: 'after', header: t('web.dataset.after'), cell: (row) => number(row.after), isNumber: true },
    {
      code: 'flagged',
      header: t('web.dataset.flagged'),
      cell: (row) => (row.flagged ? <Tag data-color="warning">{t('web.dataset.isFlagged')}</Tag> : null),
    },
  ];
  return (
    <>
      <Filters
        of={[
          {
            kind: 'choice',
            name: 'change',
            label: t('web.dataset.change'),
            options: CHANGES.map((value) => ({ value, label: t(`web.dataset.change.${value}`) })),
          },
          {
            kind: 'choice',
            name: 'flagged',
            label: t('web.dataset.flagged'),
            options: [{ value: 'true', label: t('web.dataset.isFlagged') }],
          },
        ]}
        values={filters}
        set={set}
      />
      <List
        name="datasetChanges"
        caption={t('web.dataset.changeCaption')}
        list={list}
        columns={columns}
        rowKey={(row) => `${row.organisation.id} ${row.measure} ${row.year}`}
        empty={<p>{t('web.dataset.noChanges')}</p>}
      />
    </>
  );
}
