import { Link } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Facts } from '../parts/facts.js';
import { Filters } from '../parts/filters.js';
import { Loaded } from '../parts/loaded.js';
import { PlainTable } from '../parts/plain-table.js';
import { useFilters } from '../parts/use-filters.js';

type Ledger = Schemas['RecoveryLedger'];

/** What is claimed, paid, set off and written off, with the interest that runs, as of a day. */
export function RecoveryLedger({ id }: { id: string }) {
  const { t } = useText();
  const [filters, set] = useFilters(['asOf']);
  const query = queries.useQuery('get', '/api/v1/recoveries/{id}/ledger', {
    params: { path: { id }, query: filters.asOf ? { asOf: filters.asOf } : {} },
  });
  return (
    <section>
      <h2>{t('web.recoveries.ledger')}</h2>
      <Filters
        of={[{ kind: 'day', name: 'asOf', label: t('web.recoveries.asOf') }]}
        values={filters}
        set={set}
      />
      <Loaded query={query}>
        {(ledger) => (
          <>
            <Balance ledger={ledger} />
            <Interest ledger={ledger} />
            <Entries ledger={ledger} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Balance({ ledger }: { ledger: Ledger }) {
  const { t, kr, day } = useText();
  const { balance } = ledger;
  return (
    <Facts
      of={[
        [t('web.recoveries.claimed'), kr(balance.claimed)],
        [t('web.recoveries.charged'), kr(balance.charged)],
        [t('web.recoveries.paid'), kr(balance.paid)],
        [t('web.recoveries.setOff'), kr(balance.setOff)],
        [t('web.recoveries.writtenOff'), kr(balance.writtenOff)],
        [t('web.recoveries.principal'), kr(balance.principal)],
        [t('web.recoveries.interest'), kr(balance.interest)],
        [t('web.recoveries.owed', { day: day(ledger.asOf) }), <strong>{kr(ledger.owed)}</strong>],
      ]}
    />
  );
}

/** Interest that runs and is not booked yet, period by period: so that anyone can reckon it again. */
function Interest({ ledger: { running } }: { ledger: Ledger }) {
  const { t, kr, day, number } = useText();
  if (!running) return null;
  const percent = (hundredths: number) => `${number(hundredths / 100)} %`;
  return (
    <>
      <h3>{t('web.recoveries.running', { amount: kr(running.amount) })}</h3>
      <p className="quiet">
        {t('web.recoveries.interestHow', {
          act: running.act,
          section: running.section,
          points: number(running.pointsAbove),
        })}
      </p>
      {running.missing ? (
        <p>
          {t('web.recoveries.rateMissing', { from: day(running.missing) })}{' '}
          <Link to="/referensrantor">{t('web.recoveries.rates')}</Link>
        </p>
      ) : null}
      {running.periods.length > 0 ? (
        <PlainTable
          caption={t('web.recoveries.periods')}
          rows={running.periods}
          rowKey={(row) => row.from}
          columns={[
            { header: t('web.recoveries.period'), cell: (row) => `${day(row.from)} – ${day(row.to)}` },
            { header: t('web.recoveries.days'), cell: (row) => row.days, isNumber: true },
            { header: t('web.recoveries.principal'), cell: (row) => kr(row.principal), isNumber: true },
            { header: t('web.recoveries.rate'), cell: (row) => percent(row.referenceRate), isNumber: true },
            { header: t('web.recoveries.lateRate'), cell: (row) => percent(row.rate), isNumber: true },
          ]}
        />
      ) : null}
    </>
  );
}

function Entries({ ledger }: { ledger: Ledger }) {
  const { t, named, kr, day } = useText();
  return (
    <>
      <h3>{t('web.recoveries.entries')}</h3>
      <PlainTable
        caption={t('web.recoveries.entries')}
        rows={ledger.entries}
        rowKey={(row) => row.id}
        columns={[
          { header: t('web.recoveries.day'), cell: (row) => day(row.day) },
          { header: t('web.recoveries.act'), cell: (row) => named('web.recoveryAct', row.act) },
          { header: t('web.recoveries.part'), cell: (row) => named('web.recoveryPart', row.part) },
          {
            header: t('web.recoveries.reference'),
            cell: (row) =>
              row.paymentId ? (
                <Link to={`/utbetalningar/${row.paymentId}`}>{t('web.recoveries.thePayment')}</Link>
              ) : (
                (row.reference ?? '–')
              ),
          },
          { header: t('web.recoveries.bookedOn'), cell: (row) => day(row.bookedOn) },
          { header: t('web.recoveries.amount'), cell: (row) => kr(row.amount), isNumber: true },
        ]}
      />
    </>
  );
}
