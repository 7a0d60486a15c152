import { Alert } from '@digdir/designsystemet-react';
import { useParams } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Actions } from '../parts/actions.js';
import type { Column } from '../parts/column.js';
import { Facts } from '../parts/facts.js';
import { List } from '../parts/list.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { usePeople } from '../parts/people.js';
import { reasonForm } from '../parts/reason-form.js';
import { StatusTag } from '../parts/status-tag.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { When } from './rules.js';

type Thinning = Schemas['ThinningView'];
type Item = Schemas['ThinningItemView'];

const note = (send: 'propose' | 'return' | 'keep') =>
  reasonForm({ field: 'note', label: 'web.thinnings.note', send: `action.thinning.${send}` });

const ACTS = {
  propose: { form: note('propose') },
  approve: { danger: true as const },
  return: { form: note('return') },
  keep: { form: note('keep') },
};

/** One list: by which rule, who decided what, and what became of each case. When it is carried out it is the record of it. */
export function Component() {
  const { id = '' } = useParams();
  const query = queries.useQuery('get', '/api/v1/thinnings/{id}', { params: { path: { id } } });
  return <Loaded query={query}>{(thinning) => <Shown thinning={thinning} />}</Loaded>;
}

function Shown({ thinning }: { thinning: Thinning }) {
  const { t, named, day } = useText();
  const nameOf = usePeople();
  const { rule, proposedAt, decidedAt, carriedOutAt } = thinning;
  const agency = t('web.thinnings.agency');
  return (
    <>
      <PageHead
        title={named('web.thinnings.material', thinning.material)}
        over={thinning.programmeCode}
        beside={<StatusTag subject="thinning" status={thinning.status} />}
        actions={
          <Actions
            subject="thinning"
            collection="thinnings"
            id={thinning.id}
            actions={thinning.actions}
            acts={ACTS}
          />
        }
      >
        {thinning.status === 'listed' || thinning.status === 'proposed' ? (
          <Alert data-color="warning">
            {t(`web.thinnings.goes.${thinning.material as 'discardedDraft'}`)}
          </Alert>
        ) : null}
      </PageHead>
      <Facts
        of={[
          [t('web.thinnings.when'), <When key="when" rule={rule} />],
          [t('web.thinnings.latestEvent'), day(thinning.latestEvent)],
          [t('web.thinnings.ground'), named('web.thinnings.ground', rule.ground)],
          [t('web.thinnings.provisions'), rule.provisions.join('; ')],
          [t('web.thinnings.listedAt'), day(thinning.listedAt)],
          [
            t('web.thinnings.proposed'),
            proposedAt ? `${day(proposedAt)}, ${nameOf(thinning.proposedBy, agency)}` : undefined,
          ],
          [
            t('web.thinnings.decided'),
            decidedAt ? `${day(decidedAt)}, ${nameOf(thinning.decidedBy, agency)}` : undefined,
          ],
          [t('web.thinnings.carriedOutAt'), carriedOutAt ? day(carriedOutAt) : undefined],
          [
            t('web.thinnings.thinned'),
            carriedOutAt
              ? t('web.thinnings.thinnedOf', { thinned: thinning.thinned, count: thinning.count })
              : undefined,
          ],
          [t('web.thinnings.note'), thinning.note ?? undefined],
        ]}
      />
      <Items id={thinning.id} />
    </>
  );
}

function Items({ id }: { id: string }) {
  const { t, named, day } = useText();
  const [filters, set] = useFilters(['sort']);
  const list = useList<Item>(`/api/v1/thinnings/${id}/items`, filters);
  const columns: Column<Item>[] = [
    { code: 'organisation', header: t('web.thinnings.organisation'), cell: (row) => row.organisation.name },
    {
      code: 'case',
      header: t('web.thinnings.case'),
      cell: (row) => row.registryNumber ?? row.applicationId,
    },
    { code: 'eventOn', header: t('web.thinnings.eventOn'), cell: (row) => day(row.eventOn), sorts: true },
    {
      code: 'outcome',
      header: t('web.thinnings.outcome'),
      cell: (row) => (row.outcome ? named('web.thinnings.outcome', row.outcome) : '–'),
    },
    { code: 'files', header: t('web.thinnings.files'), cell: (row) => row.files.length, isNumber: true },
  ];
  return (
    <section>
      <h2>{t('web.thinnings.cases')}</h2>
      <List
        name="thinningItems"
        caption={t('web.thinnings.cases')}
        list={list}
        columns={columns}
        rowKey={(row) => row.applicationId}
        sort={filters.sort ?? 'eventOn'}
        onSort={(sort) => set({ sort })}
        empty={<p>{t('web.thinnings.noCases')}</p>}
      />
    </section>
  );
}
