import type { Schemas } from '../api/client.js';
import { Figure } from '../charts/figure.js';
import { LineChart } from '../charts/line-chart.js';
import { useText } from '../frame/language.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { useFigures } from './figures.js';

type OrganisationMeasures = Schemas['OrganisationMeasures'];
type Trend = Schemas['Trend'];
type Point = Schemas['TrendPoint'];

export function Trends({ of }: { of: OrganisationMeasures }) {
  const { t } = useText();
  if (of.trends.length === 0) return null;
  return (
    <section>
      <h2 id="trend">{t('web.organisationMeasures.trend')}</h2>
      {of.trends.map((trend) => (
        <OneTrend key={trend.measure} trend={trend} of={of} />
      ))}
    </section>
  );
}

/** One year makes no line: then there is the table, and what to wait for. */
function OneTrend({ trend, of }: { trend: Trend; of: OrganisationMeasures }) {
  const { t, named } = useText();
  const title = t('web.organisationMeasures.trendOf', { measure: named('measure', trend.measure) });
  if (trend.points.length < 2)
    return (
      <>
        <h3>{named('measure', trend.measure)}</h3>
        <p>{t('web.organisationMeasures.oneYear')}</p>
        <TrendTable trend={trend} of={of} title={title} />
      </>
    );
  return (
    <Figure
      title={title}
      file={`${of.organisation.code ?? of.organisation.name}-${trend.measure}`}
      picture={<TrendPicture trend={trend} of={of} title={title} />}
      table={<TrendTable trend={trend} of={of} title={title} />}
    />
  );
}

interface TrendProps {
  trend: Trend;
  of: OrganisationMeasures;
  title: string;
}

const meansOf = ({ trend, of }: TrendProps) =>
  new Map(of.items.filter(({ measure }) => measure === trend.measure).map(({ year, mean }) => [year, mean]));

function TrendPicture(props: TrendProps) {
  const { t } = useText();
  const figures = useFigures();
  const { trend, of, title } = props;
  const means = meansOf(props);
  const lines = [
    { code: 'own', name: of.organisation.name, points: trend.points },
    {
      code: 'mean',
      name: t('web.organisationMeasures.meanLine'),
      points: trend.points.map(({ year }) => ({ year, value: means.get(year) ?? null })),
    },
  ];
  return <LineChart label={title} lines={lines} format={(value) => figures.value(trend.measure, value)} />;
}

function TrendTable(props: TrendProps) {
  const { t, named, number } = useText();
  const figures = useFigures();
  const { trend, title } = props;
  const means = meansOf(props);
  const rounded = (value: number | null) => number(value === null ? null : Number(value.toFixed(1)));
  const columns: Column<Point>[] = [
    { code: 'year', header: t('web.measures.year'), cell: (row) => row.year },
    {
      code: 'value',
      header: t('web.measures.value'),
      cell: (row) => figures.value(trend.measure, row.value),
      isNumber: true,
    },
    {
      code: 'mean',
      header: t('web.organisationMeasures.mean'),
      cell: (row) => figures.value(trend.measure, means.get(row.year) ?? null),
      isNumber: true,
    },
    {
      code: 'change',
      header: t('web.organisationMeasures.change'),
      cell: (row) =>
        row.change === null ? (
          <span className="quiet">{named('reason', row.reason)}</span>
        ) : (
          figures.difference(trend.measure, row.change)
        ),
      isNumber: true,
    },
    {
      code: 'changePercent',
      header: t('web.organisationMeasures.changePercent'),
      cell: (row) => rounded(row.changePercent),
      isNumber: true,
    },
    {
      code: 'index',
      header: t('web.organisationMeasures.index'),
      cell: (row) => rounded(row.index),
      isNumber: true,
    },
  ];
  return (
    <DataTable
      name="measureTrend"
      caption={title}
      columns={columns}
      rows={trend.points}
      rowKey={(row) => String(row.year)}
    />
  );
}
