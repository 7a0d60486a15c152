import { Details } from '@digdir/designsystemet-react';
import { Navigate, useSearchParams } from 'react-router';
import { measures } from '#domain/measures/definitions';
import { queries } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { useText } from '../frame/language.js';
import { Empty } from '../parts/empty.js';
import { Filters } from '../parts/filters.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { useFilters } from '../parts/use-filters.js';
import { useSession } from '../session/session.js';
import { Definitions, MeasureFacts } from './definitions.js';
import { MeasureChoice } from './measure-choice.js';
import { ValuesTable } from './values-table.js';
import './measures.css';

export function Component() {
  const { t } = useText();
  const { user } = useSession();
  const [search] = useSearchParams();
  // A recipient comes for its own figures; the link from there back to all of them names the measure.
  if (user?.organisation && !search.has('measure'))
    return <Navigate to={`/matt/${user.organisation.id}`} replace />;
  return (
    <>
      <PageHead title={t('web.measures.title')}>
        <p>{t('web.measures.intro')}</p>
      </PageHead>
      <Values />
      <Details className="definitions">
        <Details.Summary>{t('web.measures.definitions')}</Details.Summary>
        <Details.Content>
          <Definitions />
        </Details.Content>
      </Details>
    </>
  );
}

function Values() {
  const { t } = useText();
  const [filters, set] = useFilters(['measure', 'year', 'asOf', 'q', 'sort']);
  const code = measures.find((measure) => measure.code === filters.measure)?.code ?? measures[0]!.code;
  const year = /^\d{4}$/.test(filters.year ?? '') ? Number(filters.year) : undefined;
  const query = queries.useQuery('get', '/api/v1/measures/{code}/values', {
    params: { path: { code }, query: { year, asOf: filters.asOf } },
  });
  const isMissing =
    (query.error as unknown) instanceof Problem && (query.error as unknown as Problem).code === 'notFound';
  return (
    <>
      <div className="filter-row">
        <MeasureChoice value={code} onChange={(measure) => set({ measure, year: undefined })} />
        <Filters
          of={[
            { kind: 'search', name: 'q', label: t('web.measures.search') },
            { kind: 'number', name: 'year', label: t('web.measures.year') },
            { kind: 'day', name: 'asOf', label: t('web.measures.asOf') },
          ]}
          values={filters}
          set={set}
        />
      </div>
      <MeasureFacts code={code} />
      {isMissing ? (
        <Empty title={t('web.measures.noValues')}>
          <p>{t('web.measures.noValuesHelp')}</p>
        </Empty>
      ) : (
        <Loaded query={query}>
          {(values) => (
            <ValuesTable
              values={values}
              sought={filters.q}
              sort={filters.sort ?? '-value'}
              onSort={(sort) => set({ sort })}
            />
          )}
        </Loaded>
      )}
    </>
  );
}
