import { Link } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { Sums } from './sums.js';

type Report = Schemas['ReportDetail'];
type Foreseen = Schemas['ForeseenSettlement'];

/** What the report came to; before it is approved, what it would come to. */
export function Settlement({ report }: { report: Report }) {
  const { t, moment } = useText();
  if (report.status === 'approved')
    return (
      <>
        <Settled
          items={report.settlements}
          help={
            report.settlements[0]
              ? t('web.report.settled', { at: moment(report.settlements[0].settledAt) })
              : t('web.report.noSettlement')
          }
        />
        {report.settlements.map(({ year, replacedBy }) =>
          replacedBy ? (
            <p key={year}>
              {t('web.report.settlementReplaced', { year, at: moment(replacedBy.settledAt) })}{' '}
              <Link to={`/redovisningar/${replacedBy.reportId}`}>{t('web.report.showReplacing')}</Link>
            </p>
          ) : null,
        )}
      </>
    );
  return report.status === 'submitted' ? <Forecast id={report.id} /> : null;
}

function Forecast({ id }: { id: string }) {
  const { t } = useText();
  const query = queries.useQuery('get', '/api/v1/reports/{id}/settlement', { params: { path: { id } } });
  return (
    <Loaded query={query}>
      {({ items }) => (
        <Settled
          items={items}
          help={items.length > 0 ? t('web.report.settlementHelp') : t('web.report.noSettlement')}
        />
      )}
    </Loaded>
  );
}

function Settled({ items, help }: { items: readonly Foreseen[]; help: string }) {
  const { t, kr, percent, finding } = useText();
  if (items.length === 0)
    return (
      <section>
        <h2>{t('web.report.settlement')}</h2>
        <p>{help}</p>
      </section>
    );
  const columns = [
    ['granted', t('web.report.granted')],
    ['paid', t('web.report.paid')],
    ['entitled', t('web.report.entitled')],
    ['used', t('web.report.used')],
    ['unused', t('web.report.unused')],
    ['repay', t('web.report.repay')],
    ['remaining', t('web.report.remaining')],
  ] as const;
  const reached = ({ coFinancing, costs }: Foreseen) =>
    costs === 0 ? '–' : percent(Math.floor((coFinancing / costs) * 10_000) / 10_000);
  return (
    <>
      <Sums
        title={t('web.report.settlement')}
        headers={[t('web.report.year')]}
        sums={[...columns.map(([, header]) => header), t('web.report.coFinancingReached')]}
        rows={items.map((row) => ({
          key: String(row.year),
          cells: [row.year],
          sums: [...columns.map(([code]) => kr(row[code])), reached(row)],
        }))}
      />
      <p className="quiet">{help}</p>
      {items.map((row) => (row.finding ? <p key={row.year}>{finding(row.finding)}</p> : null))}
    </>
  );
}
