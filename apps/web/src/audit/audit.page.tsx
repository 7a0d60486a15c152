import { Link } from 'react-router';
import { useText } from '../frame/language.js';
import { CaseSearch } from '../parts/case-search.js';
import { Filters } from '../parts/filters.js';
import { List } from '../parts/list.js';
import { PageHead } from '../parts/page-head.js';
import { useColleagues } from '../parts/people.js';
import { useFilters } from '../parts/use-filters.js';
import { useList } from '../parts/use-list.js';
import { AsOf } from './as-of.js';
import { Verification } from './verification.js';
import { useEventColumns, type AuditEvent } from './event-columns.js';
import './audit.css';

export function Component() {
  const { t } = useText();
  const [filters, set] = useFilters(['applicationId', 'subject', 'actor', 'from', 'to', 'sort', 'dag']);
  const { applicationId } = filters;
  return (
    <>
      <PageHead
        title={t('web.audit.title')}
        actions={<Link to="/granskning/stickprov">{t('web.samples.title')}</Link>}
      >
        <p>{t('web.audit.intro')}</p>
      </PageHead>
      <Verification />
      <section aria-labelledby="trail">
        <h2 id="trail">{t('web.audit.trail')}</h2>
        <div className="case-choice">
          <CaseSearch
            label={t('web.audit.case')}
            value={applicationId}
            onChange={(id) => set({ applicationId: id, subject: undefined, dag: undefined })}
          />
          {applicationId ? (
            <p className="row">
              <Link to={`/arenden/${applicationId}`}>{t('web.audit.openCase')}</Link>
              <Link to={`/uttag?bestall=case-bundle&format=zip&f.applicationId=${applicationId}`}>
                {t('web.audit.bundle')}
              </Link>
            </p>
          ) : null}
        </div>
        {applicationId ? (
          <AsOf applicationId={applicationId} day={filters.dag} onDay={(dag) => set({ dag })} />
        ) : null}
        <Trail filters={filters} set={set} />
      </section>
    </>
  );
}

type Names = 'applicationId' | 'subject' | 'actor' | 'from' | 'to' | 'sort' | 'dag';

interface TrailProps {
  filters: Record<Names, string | undefined>;
  set: (changes: Partial<Record<Names, string | undefined>>) => void;
}

function Trail({ filters, set }: TrailProps) {
  const { t } = useText();
  const { applicationId, subject, actor, from, to, sort = '-at' } = filters;
  const list = useList<AuditEvent>('/api/v1/audit-events', { applicationId, subject, actor, from, to, sort });
  const columns = useEventColumns((id) => set({ subject: id }));
  const { all: people } = useColleagues();
  return (
    <>
      <Filters
        of={[
          {
            kind: 'choice',
            name: 'actor',
            label: t('web.audit.actor'),
            options: people.map(({ id, name }) => ({ value: id, label: name })),
          },
          { kind: 'day', name: 'from', label: t('web.audit.from') },
          { kind: 'day', name: 'to', label: t('web.audit.to') },
        ]}
        values={filters}
        set={set}
      />
      {subject ? (
        <p>
          {t('web.audit.onlyOne')}{' '}
          <button type="button" className="as-link" onClick={() => set({ subject: undefined })}>
            {t('web.audit.everything')}
          </button>
        </p>
      ) : null}
      <List
        name="audit"
        caption={t('web.audit.caption')}
        list={list}
        columns={columns}
        rowKey={(row) => String(row.id)}
        sort={sort}
        onSort={(by) => set({ sort: by })}
        empty={<p>{t('web.audit.empty')}</p>}
      />
    </>
  );
}
