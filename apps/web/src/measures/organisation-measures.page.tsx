import { Link, useParams } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Empty } from '../parts/empty.js';
import { Filters } from '../parts/filters.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { useFilters } from '../parts/use-filters.js';
import { Areas } from './areas.js';
import { Comparisons } from './comparisons.js';
import { LatestMeasures } from './latest-measures.js';
import { SourceFacts } from './source-facts.js';
import { Trends } from './trends.js';
import './measures.css';

type OrganisationMeasures = Schemas['OrganisationMeasures'];

export function Component() {
  const { t } = useText();
  const { organisation } = useParams();
  const [filters, set] = useFilters(['asOf']);
  const query = queries.useQuery('get', '/api/v1/organisations/{id}/measures', {
    params: { path: { id: organisation! }, query: { asOf: filters.asOf } },
  });
  return (
    <Loaded query={query}>
      {(of) => (
        <>
          <PageHead
            title={of.organisation.name}
            over={
              <Link to="/matt?measure=areaType12Share">
                {t('web.organisationMeasures.allMunicipalities')}
              </Link>
            }
            beside={<span className="quiet">{of.organisation.code}</span>}
          />
          <Filters
            of={[{ kind: 'day', name: 'asOf', label: t('web.measures.asOf') }]}
            values={filters}
            set={set}
          />
          <Figures of={of} />
        </>
      )}
    </Loaded>
  );
}

function Figures({ of }: { of: OrganisationMeasures }) {
  const { t } = useText();
  if (of.items.length === 0 && of.areas.length === 0)
    return (
      <Empty title={t('web.organisationMeasures.none')}>
        <p>{t('web.organisationMeasures.noneHelp')}</p>
        <Link to="/matt?measure=areaType12Share">{t('web.organisationMeasures.allMunicipalities')}</Link>
      </Empty>
    );
  return (
    <>
      <LatestMeasures items={of.items} />
      <Trends of={of} />
      <Comparisons of={of} />
      <Areas areas={of.areas} />
      <Sources of={of} />
    </>
  );
}

/** Each data set once, with everything that is read from it. */
function Sources({ of }: { of: OrganisationMeasures }) {
  const { t, named } = useText();
  const measured = new Map<string, { dataset: Schemas['Dataset']; measures: Set<string> }>();
  for (const { measure, dataset } of of.items) {
    const known = measured.get(dataset.id) ?? { dataset, measures: new Set() };
    measured.set(dataset.id, { dataset, measures: known.measures.add(named('measure', measure)) });
  }
  return (
    <section>
      <h2 id="sources">{t('web.measures.sources')}</h2>
      {[...measured.values()].map(({ dataset, measures }) => (
        <SourceFacts key={dataset.id} of={dataset} usedFor={[...measures].join(', ')} />
      ))}
      {of.areaDatasets.map((dataset) => (
        <SourceFacts key={dataset.id} of={dataset} usedFor={t('web.organisationMeasures.areas')} />
      ))}
    </section>
  );
}
