import type { Schemas } from '../api/client.js';
import { BarChart } from '../charts/bar-chart.js';
import { Figure } from '../charts/figure.js';
import { useText } from '../frame/language.js';
import { PlainTable } from '../parts/plain-table.js';

/** What the commitment limit carries for each later year. */
export function FutureYears({ ledger }: { ledger: Schemas['LedgerView'] }) {
  const { t, kr } = useText();
  const title = t('web.appropriations.futureYears');
  if (ledger.futureYears.length === 0)
    return (
      <section>
        <h2>{title}</h2>
        <p>{t('web.appropriations.noFutureYears')}</p>
      </section>
    );
  const series = [
    { code: 'committed', name: t('web.appropriations.committed') },
    { code: 'reserved', name: t('account.reserved') },
  ];
  return (
    <Figure
      title={title}
      about={t('web.appropriations.futureAbout')}
      file={`${ledger.code} ${ledger.year}`}
      picture={
        <BarChart
          label={title}
          series={series}
          bars={ledger.futureYears.map(({ year, committed, reserved }) => ({
            name: String(year),
            values: { committed, reserved },
          }))}
          format={kr}
        />
      }
      table={
        <PlainTable
          caption={title}
          rows={ledger.futureYears}
          rowKey={(row) => row.year}
          columns={[
            { header: t('web.appropriations.year'), cell: (row) => row.year },
            { header: t('account.reserved'), cell: (row) => kr(row.reserved), isNumber: true },
            { header: t('web.appropriations.committed'), cell: (row) => kr(row.committed), isNumber: true },
            {
              header: t('web.appropriations.bound'),
              cell: (row) => kr(row.reserved + row.committed),
              isNumber: true,
            },
          ]}
        />
      }
    />
  );
}
