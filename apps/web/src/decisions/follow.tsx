import { Link } from 'react-router';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { PlainTable } from '../parts/plain-table.js';
import { StatusTag } from '../parts/status-tag.js';
import type { DecisionDetail } from './use-decision.js';

interface OfDecision {
  decision: DecisionDetail;
}

const PARTS = ['allocated', 'reserved', 'committed', 'paid', 'returned', 'available'] as const;

/** The appropriation that carries the decision, as it stands now. */
export function AppropriationNow({ decision: { appropriationId } }: OfDecision) {
  return appropriationId ? <Appropriation id={appropriationId} /> : null;
}

function Appropriation({ id }: { id: string }) {
  const { t, kr } = useText();
  const query = queries.useQuery('get', '/api/v1/appropriations/{id}', { params: { path: { id } } });
  return (
    <Loaded query={query}>
      {(appropriation) => (
        <section>
          <h2>
            <Link to={`/anslag/${id}`}>
              {appropriation.code} {appropriation.year}
            </Link>
          </h2>
          <PlainTable
            caption={appropriation.name}
            rows={PARTS}
            rowKey={(part) => part}
            columns={[
              { header: t('web.decisions.balance'), cell: (part) => t(`web.appropriations.${part}`) },
              { header: t('fund.appropriation'), cell: (part) => kr(appropriation[part]), isNumber: true },
              {
                header: t('fund.commitmentLimit'),
                cell: (part) => kr(appropriation.commitmentLimit[part]),
                isNumber: true,
              },
            ]}
          />
        </section>
      )}
    </Loaded>
  );
}

export function Payments({ decision }: OfDecision) {
  const { t, kr, day } = useText();
  if (decision.payments.length === 0) return null;
  return (
    <section>
      <h2>{t('web.decisions.payments')}</h2>
      <PlainTable
        caption={t('web.decisions.payments')}
        rows={decision.payments}
        rowKey={(row) => row.id}
        columns={[
          {
            header: t('web.decisions.instalment'),
            cell: (row) => (
              <Link to={`/utbetalningar/${row.id}`}>
                {row.year}: {row.instalment}
              </Link>
            ),
          },
          { header: t('web.decisions.payOn'), cell: (row) => day(row.payOn) },
          { header: t('web.decisions.amount'), cell: (row) => kr(row.amount), isNumber: true },
          {
            header: t('web.decisions.status'),
            cell: (row) => <StatusTag subject="payment" status={row.status} />,
          },
        ]}
      />
    </section>
  );
}

export function Reports({ decision }: OfDecision) {
  const { t, named, day } = useText();
  if (decision.reports.length === 0) return null;
  return (
    <section>
      <h2>{t('web.decisions.reports')}</h2>
      <PlainTable
        caption={t('web.decisions.reports')}
        rows={decision.reports}
        rowKey={(row) => row.id}
        columns={[
          {
            header: t('web.decisions.reportKind'),
            cell: (row) => (
              <Link to={`/redovisningar/${row.id}`}>
                {named('reportKind', row.kind)} {row.year}
              </Link>
            ),
          },
          { header: t('web.decisions.dueOn'), cell: (row) => day(row.dueOn) },
          {
            header: t('web.decisions.status'),
            cell: (row) => <StatusTag subject="report" status={row.status} />,
          },
        ]}
      />
    </section>
  );
}

export function Letters({ decision: { id, applicationId, status } }: OfDecision) {
  const { t, named, day } = useText();
  const query = queries.useQuery(
    'get',
    '/api/v1/letters',
    { params: { query: { applicationId, limit: 200 } } },
    // A letter is sealed a moment after the decision: it is shown when it is.
    {
      refetchInterval: ({ state }) =>
        state.data?.items.some((letter) => letter.status === 'ordered') ? 2_000 : false,
    },
  );
  return (
    <section>
      <h2>{t('web.decisions.letters')}</h2>
      <Loaded query={query}>
        {({ items }) => {
          const own = items.filter((letter) => letter.decisionId === id);
          if (own.length === 0)
            return (
              <p>{t(status === 'proposed' ? 'web.decisions.noLetterYet' : 'web.decisions.noLetters')}</p>
            );
          return (
            <ul>
              {own.map((letter) => (
                <li key={letter.id}>
                  {letter.status === 'sealed' ? (
                    <a href={`/api/v1/letters/${letter.id}.pdf`}>{named('letterKind', letter.kind)} (PDF)</a>
                  ) : (
                    named('letterKind', letter.kind)
                  )}{' '}
                  <span className="quiet">
                    {named('status.letter', letter.status)} {day(letter.sealedAt ?? letter.orderedAt)}
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}

export function Recoveries({ decision: { id } }: OfDecision) {
  const { t, named, kr } = useText();
  const { data } = queries.useQuery('get', '/api/v1/recoveries', {
    params: { query: { decisionId: id, limit: 200 } },
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section>
      <h2>{t('web.decisions.recoveries')}</h2>
      <ul>
        {data.items.map((recovery) => (
          <li key={recovery.id}>
            <Link to={`/aterkrav/${recovery.id}`}>
              {named('recoveryGround', recovery.grounds)}, {kr(recovery.amount)}
            </Link>{' '}
            <StatusTag subject="recovery" status={recovery.status} />
          </li>
        ))}
      </ul>
    </section>
  );
}
