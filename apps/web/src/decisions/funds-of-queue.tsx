import { Link } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { PlainTable } from '../parts/plain-table.js';

interface FundsOfQueueProps {
  decisions: readonly Schemas['DecisionItem'][];
}

/** What the proposals together hold of each appropriation, and what is left to propose after them. */
export function FundsOfQueue({ decisions }: FundsOfQueueProps) {
  const { t, kr } = useText();
  const held = new Set(decisions.map((decision) => decision.appropriationId));
  const query = queries.useQuery('get', '/api/v1/appropriations', { params: { query: { limit: 200 } } });
  return (
    <section>
      <h2>{t('web.decisions.funds')}</h2>
      <p className="quiet">{t('web.decisions.fundsHelp')}</p>
      <Loaded query={query}>
        {({ items }) => (
          <PlainTable
            caption={t('web.decisions.funds')}
            rows={items
              .filter((row) => held.has(row.id))
              .flatMap((row) => [
                { ...row, fund: 'appropriation', balances: row },
                { ...row, fund: 'commitmentLimit', balances: row.commitmentLimit },
              ])}
            rowKey={(row) => row.id + row.fund}
            columns={[
              {
                header: t('web.appropriations.appropriation'),
                cell: (row) => (
                  <>
                    <Link to={`/anslag/${row.id}`}>
                      {row.code} {row.year}
                    </Link>
                    <span className="under">{t(`fund.${row.fund as 'appropriation'}`)}</span>
                  </>
                ),
              },
              {
                header: t('web.appropriations.allocated'),
                isNumber: true,
                cell: (row) => kr(row.balances.allocated),
              },
              {
                header: t('web.appropriations.committed'),
                isNumber: true,
                cell: (row) => kr(row.balances.committed),
              },
              {
                header: t('web.appropriations.reserved'),
                isNumber: true,
                cell: (row) => kr(row.balances.reserved),
              },
              {
                header: t('web.appropriations.available'),
                isNumber: true,
                cell: (row) => kr(row.balances.available),
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}
