import { exportLifecycle } from '#domain/exports/export.lifecycle';
import { useText } from '../frame/language.js';
import type { Column } from '../parts/data-table.js';
import { Filters } from '../parts/filters.js';
import { List } from '../parts/list.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { useNames } from '../parts/people.js';
import { ExportStatus } from './export-progress.js';
import { FiltersInWords } from './filters-in-words.js';
import type { Export } from './order.js';
import { useBytes } from './use-bytes.js';
import { useExportProgress } from './use-export-progress.js';

/** The queue and the history: the newest first, each as far as it has come. */
export function ExportList({ kinds }: { kinds: readonly string[] }) {
  const { t, named } = useText();
  const [filters, set] = useFilters(['kind', 'status', 'mine', 'sort']);
  const list = useList<Export>('/api/v1/exports', filters, 50);
  useExportProgress(list.rows);
  return (
    <>
      <Filters
        of={[
          {
            kind: 'choice',
            name: 'kind',
            label: t('web.exports.kind'),
            options: kinds.map((kind) => ({ value: kind, label: named('exportKind', kind) })),
          },
          {
            kind: 'choice',
            name: 'status',
            label: t('web.exports.status'),
            options: exportLifecycle.states.map((value) => ({ value, label: named('status.export', value) })),
          },
          {
            kind: 'choice',
            name: 'mine',
            label: t('web.exports.mine'),
            options: [{ value: 'true', label: t('web.exports.mine.true') }],
          },
        ]}
        values={filters}
        set={set}
      />
      <List
        name="exports"
        caption={t('web.exports.caption')}
        list={list}
        columns={useColumns()}
        rowKey={(row) => row.id}
        href={(row) => `/uttag/${row.id}`}
        sort={filters.sort ?? '-requestedAt'}
        onSort={(sort) => set({ sort })}
        empty={<p>{t('web.exports.empty')}</p>}
      />
    </>
  );
}

export function useColumns(): Column<Export>[] {
  const { t, named, number, moment, day } = useText();
  const bytes = useBytes();
  const nameOf = useNames();
  return [
    { code: 'kind', header: t('web.exports.title'), cell: (row) => named('exportKind', row.kind) },
    { code: 'format', header: t('web.exports.format'), cell: (row) => named('exportFormat', row.format) },
    { code: 'status', header: t('web.exports.status'), cell: (row) => <ExportStatus row={row} /> },
    {
      code: 'requestedAt',
      header: t('web.exports.requestedAt'),
      cell: (row) => moment(row.requestedAt),
      sorts: true,
    },
    {
      code: 'filters',
      header: t('web.exports.filters'),
      cell: (row) => <FiltersInWords kind={row.kind} filters={row.filters} />,
    },
    { code: 'asOf', header: t('web.exports.asOf'), cell: (row) => day(row.asOf), isExtra: true },
    {
      code: 'rowCount',
      header: t('web.exports.rowCount'),
      cell: (row) => number(row.rowCount),
      isNumber: true,
    },
    {
      code: 'size',
      header: t('web.exports.size'),
      cell: (row) => bytes(row.size),
      isNumber: true,
      isExtra: true,
    },
    { code: 'requestedBy', header: t('web.exports.requestedBy'), cell: (row) => nameOf(row.requestedBy) },
    {
      code: 'expiresAt',
      header: t('web.exports.expiresAt'),
      cell: (row) => day(row.expiresAt),
      isExtra: true,
    },
    {
      code: 'file',
      header: t('web.exports.file'),
      cell: (row) =>
        row.status === 'ready' ? (
          <a
            href={`/api/v1/exports/${row.id}/file`}
            download
            aria-label={t('web.exports.downloadOf', {
              kind: named('exportKind', row.kind),
              format: named('exportFormat', row.format),
            })}
          >
            {t('web.exports.download')}
          </a>
        ) : (
          '–'
        ),
    },
  ];
}
