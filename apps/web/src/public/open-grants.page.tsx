import { Button } from '@digdir/designsystemet-react';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';
import { Filters } from '../parts/filters.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { useFilters } from '../parts/use-filters.js';
import { ByYear, PerInhabitant } from './grant-pictures.js';
import { GRANT_FILTERS, summaryOf, type GrantFilters } from './grant-filters.js';
import { GrantList } from './grant-list.js';
import { useProgrammes } from './use-programmes.js';
import './public.css';

export function Component() {
  const { t } = useText();
  const [filters, set] = useFilters(GRANT_FILTERS);
  return (
    <>
      <PageHead title={t('web.open.title')}>
        <p>{t('web.open.intro')}</p>
      </PageHead>
      <GrantFilterInputs filters={filters} set={set} />
      <Summary filters={filters} set={set} />
    </>
  );
}

interface FilterInputsProps {
  filters: GrantFilters;
  set: (changes: Partial<GrantFilters>) => void;
}

/** What can be chosen among is what has been granted: the summary says which years and recipients there are. */
function GrantFilterInputs({ filters, set }: FilterInputsProps) {
  const { t } = useText();
  const { items: programmes } = useProgrammes();
  const { data } = queries.useQuery('get', '/api/v1/public/grants/summary', summaryOf({}));
  return (
    <Filters
      of={[
        { kind: 'search', name: 'q', label: t('web.open.search') },
        {
          kind: 'choice',
          name: 'year',
          label: t('web.open.year'),
          options: (data?.byYear ?? []).map(({ year }) => ({ value: String(year), label: String(year) })),
        },
        {
          kind: 'choice',
          name: 'programmeCode',
          label: t('web.open.programme'),
          options: programmes.map(({ code, name }) => ({ value: code, label: name })),
        },
        {
          kind: 'choice',
          name: 'organisationCode',
          label: t('web.open.organisation'),
          options: (data?.byRecipient ?? [])
            .flatMap(({ organisation: { code, name } }) => (code ? [{ value: code, label: name }] : []))
            .toSorted((a, b) => a.label.localeCompare(b.label, 'sv')),
        },
      ]}
      values={filters}
      set={set}
    />
  );
}

/** The sums, the pictures and the grants themselves: of the same filters. */
function Summary({ filters, set }: FilterInputsProps) {
  const { t, kr, number, day } = useText();
  const query = queries.useQuery('get', '/api/v1/public/grants/summary', summaryOf(filters), {
    placeholderData: (before) => before,
  });
  return (
    <Loaded query={query}>
      {(summary) => (
        <>
          <Facts
            of={[
              [t('web.open.sum'), kr(summary.amountAwarded)],
              [t('web.open.grants'), number(summary.grants)],
              [t('web.open.recipients'), number(summary.recipients)],
              [t('web.open.asOf'), day(summary.asOf)],
            ]}
          />
          <div className="two">
            <div>
              {summary.grants > 0 ? <ByYear summary={summary} /> : null}
              <section aria-labelledby="grant-list">
                <h2 id="grant-list">{t('web.open.lists')}</h2>
                <GrantList filters={filters} onSort={(sort) => set({ sort })} />
              </section>
              <Download filters={filters} />
            </div>
            {summary.grants > 0 ? (
              <PerInhabitant summary={summary} onChoose={(organisationCode) => set({ organisationCode })} />
            ) : null}
          </div>
        </>
      )}
    </Loaded>
  );
}

function Download({ filters: { year, programmeCode } }: { filters: GrantFilters }) {
  const { t } = useText();
  const search = new URLSearchParams({
    ...(year ? { year } : {}),
    ...(programmeCode ? { programmeCode } : {}),
  });
  return (
    <section aria-labelledby="download">
      <h2 id="download">{t('web.open.download')}</h2>
      <p>{t('web.open.downloadHelp')}</p>
      <div className="actions">
        {(['csv', 'json'] as const).map((format) => (
          <Button key={format} asChild variant="secondary">
            <a href={`/api/v1/public/grants.${format}?${search}`} download>
              {t(`web.open.${format}`)}
            </a>
          </Button>
        ))}
      </div>
    </section>
  );
}
