import { useParams } from 'react-router';
import type { Permission } from '#domain/access/permissions';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Actions } from '../parts/actions.js';
import { Filters } from '../parts/filters.js';
import { Loaded } from '../parts/loaded.js';
import { PageHead } from '../parts/page-head.js';
import { PlainTable } from '../parts/plain-table.js';
import { useFilters } from '../parts/use-filters.js';
import { may, useSession } from '../session/session.js';
import { AmendForm } from './amend-form.js';
import { Amendments } from './amendments.js';
import { CarryOverForm } from './carry-over-form.js';
import { ConfirmYearsForm } from './confirm-years-form.js';
import { FutureYears } from './future-years.js';
import { Holders } from './holders.js';
import { LedgerTable } from './ledger-table.js';

type Ledger = Schemas['LedgerView'];

const ACTS = {
  'confirm-years': { form: ConfirmYearsForm },
  amend: { form: AmendForm },
  'carry-over': { form: CarryOverForm },
};

const PARTS = ['allocated', 'reserved', 'committed', 'paid', 'returned', 'available'] as const;

/** One year's appropriation: its balances, what later years are bound, who holds the money, and every entry behind it. */
export function Component() {
  const { t } = useText();
  const { id = '' } = useParams();
  const [filters, set] = useFilters(['asOf', 'year']);
  const query = queries.useQuery('get', '/api/v1/appropriations/{id}/ledger', {
    params: { path: { id }, query: { limit: 1, ...(filters.asOf ? { asOf: filters.asOf } : {}) } },
  });
  return (
    <Loaded query={query}>
      {(ledger) => (
        <>
          <PageHead title={`${ledger.code} ${ledger.year}`} over={ledger.name} actions={<Acts id={id} />} />
          <Filters
            of={[{ kind: 'day', name: 'asOf', label: t('web.appropriations.asOf') }]}
            values={filters}
            set={set}
          />
          <div className="two">
            <Balances ledger={ledger} />
            <FutureYears ledger={ledger} />
          </div>
          <Holders id={id} />
          <Amendments id={id} />
          <section>
            <h2>{t('web.appropriations.ledger')}</h2>
            <p className="quiet">{t('web.appropriations.ledgerHelp')}</p>
            <Filters
              of={[{ kind: 'number', name: 'year', label: t('web.appropriations.ofYear') }]}
              values={filters}
              set={set}
            />
            <LedgerTable id={id} asOf={filters.asOf} year={filters.year} />
          </section>
        </>
      )}
    </Loaded>
  );
}

/** An appropriation has no status: what may be done to it the role says alone. */
function Acts({ id }: { id: string }) {
  const { user } = useSession();
  const actions = Object.keys(ACTS).filter((action) => may(user, `appropriation.${action}` as Permission));
  return (
    <Actions subject="appropriation" collection="appropriations" id={id} actions={actions} acts={ACTS} />
  );
}

function Balances({ ledger }: { ledger: Ledger }) {
  const { t, kr } = useText();
  return (
    <section>
      <h2>{t('web.appropriations.balances')}</h2>
      <PlainTable
        caption={t('web.appropriations.balances')}
        rows={PARTS}
        rowKey={(part) => part}
        columns={[
          { header: t('web.appropriations.balance'), cell: (part) => t(`web.appropriations.${part}`) },
          { header: t('fund.appropriation'), cell: (part) => kr(ledger[part]), isNumber: true },
          {
            header: t('fund.commitmentLimit'),
            cell: (part) => kr(ledger.commitmentLimit[part]),
            isNumber: true,
          },
        ]}
      />
    </section>
  );
}
