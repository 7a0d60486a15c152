import { useMemo } from 'react';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import type { Column } from '../parts/data-table.js';
import { StatusTag } from '../parts/status-tag.js';
import { useColleagues } from '../parts/people.js';

type Case = Schemas['ApplicationItem'];

export function useWorklistColumns(): Column<Case>[] {
  const words = useText();
  const { name } = useColleagues();
  return useMemo(() => columnsOf(words, name), [words, name]);
}

function columnsOf(
  { t, named, kr, day }: ReturnType<typeof useText>,
  name: ReturnType<typeof useColleagues>['name'],
): Column<Case>[] {
  return [
    {
      code: 'registryNumber',
      header: t('web.work.registryNumber'),
      cell: (row) => row.registryNumber ?? '–',
      sorts: true,
    },
    { code: 'title', header: t('web.work.title.column'), cell: (row) => row.title },
    {
      code: 'organisation',
      header: t('web.work.organisation'),
      cell: (row) => row.organisation.name,
      sorts: true,
    },
    {
      code: 'status',
      header: t('web.work.status'),
      cell: (row) => <StatusTag subject="application" status={row.status} />,
    },
    { code: 'assignedTo', header: t('web.work.assignedTo'), cell: (row) => name(row.assignedTo) ?? '–' },
    {
      code: 'requested',
      header: t('web.work.requested'),
      cell: (row) => kr(row.requestedTotal),
      isNumber: true,
    },
    {
      code: 'submittedAt',
      header: t('web.work.submittedAt'),
      cell: (row) => day(row.submittedAt),
      sorts: true,
    },
    { code: 'call', header: t('web.work.call'), cell: (row) => row.call.title },
    {
      code: 'kind',
      header: t('web.work.kind'),
      cell: (row) => named('recipientKind', row.organisation.kind),
      isExtra: true,
    },
    { code: 'step', header: t('web.work.step'), cell: (row) => named('step', row.step), isExtra: true },
    {
      code: 'updatedAt',
      header: t('web.work.updatedAt'),
      cell: (row) => day(row.updatedAt),
      sorts: true,
      isExtra: true,
    },
  ];
}
