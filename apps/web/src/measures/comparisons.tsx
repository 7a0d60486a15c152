import { Link } from 'react-router';
import { hasText } from '#text/web';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { useFigures } from './figures.js';

type OrganisationMeasures = Schemas['OrganisationMeasures'];
type Near = Schemas['NearMunicipality'];

/** What the figures are to be seen beside. */
export function Comparisons({ of }: { of: OrganisationMeasures }) {
  const { t } = useText();
  if (of.comparisons.length + of.similar.length === 0) return null;
  return (
    <section>
      <h2 id="comparison">{t('web.organisationMeasures.comparison')}</h2>
      {of.comparisons.length > 0 ? <p>{t('web.organisationMeasures.comparisonHelp')}</p> : null}
      {of.comparisons.map((comparison) => (
        <ComparisonTable key={comparison.measure} comparison={comparison} />
      ))}
      {of.similar.map((similar) => (
        <Similar key={similar.basis} similar={similar} />
      ))}
    </section>
  );
}

function ComparisonTable({ comparison }: { comparison: Schemas['Comparison'] }) {
  const { t, named } = useText();
  const figures = useFigures();
  const { measure, year } = comparison;
  const columns: Column<Near>[] = [
    { code: 'municipality', header: t('web.measures.municipality'), cell: (row) => row.organisation.name },
    {
      code: 'value',
      header: t('web.measures.value'),
      cell: (row) => figures.value(measure, row.value),
      isNumber: true,
    },
    {
      code: 'distance',
      header: t('web.organisationMeasures.distance'),
      cell: (row) =>
        row.distance.measure === null ? (
          <span className="quiet">{named('reason', row.reason)}</span>
        ) : (
          figures.z(row.distance.measure).replace('+', '')
        ),
      isNumber: true,
    },
    {
      code: 'sizeClass',
      header: t('web.organisationMeasures.sizeClass'),
      cell: (row) => named('sizeClass', row.sizeClass),
    },
    {
      code: 'group',
      header: t('web.organisationMeasures.group'),
      cell: (row) => row.municipalityGroup ?? '–',
    },
  ];
  return (
    <>
      <h3>{t('web.organisationMeasures.comparisonOf', { measure: named('measure', measure), year })}</h3>
      <DataTable
        name="comparison"
        caption={t('web.organisationMeasures.comparisonOf', { measure: named('measure', measure), year })}
        columns={columns}
        rows={comparison.items}
        rowKey={(row) => row.organisation.id}
        href={(row) => `/matt/${row.organisation.id}`}
      />
    </>
  );
}

/** As a source has them: in its order, without distances. */
function Similar({ similar }: { similar: Schemas['SimilarMunicipalities'] }) {
  const { t } = useText();
  const named = `web.organisationMeasures.similar.${similar.basis}`;
  return (
    <>
      <h3>{hasText(named) ? t(named) : t('web.organisationMeasures.similar')}</h3>
      <ol className="similar">
        {similar.items.map(({ organisation }) => (
          <li key={organisation.id}>
            <Link to={`/matt/${organisation.id}`}>{organisation.name}</Link>
          </li>
        ))}
      </ol>
      <p className="quiet">
        {similar.dataset.source}, {similar.dataset.vintage}
      </p>
    </>
  );
}
