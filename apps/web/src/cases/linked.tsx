import { Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, intent, queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { StatusTag } from '../parts/status-tag.js';
import { may, useSession } from '../session/session.js';
import { Section } from './section.js';

/** What follows from the application: decisions with their payments and reports, letters, and all of it in one file. */
export function Linked({ one }: { one: Schemas['ApplicationDetail'] }) {
  const { t } = useText();
  const { user } = useSession();
  return (
    <Section id="linked" title={t('web.case.linked')}>
      {one.decisions.length === 0 ? <p className="quiet">{t('web.linked.noDecision')}</p> : null}
      {one.decisions.map(({ id }) => (
        <DecisionLinks key={id} id={id} />
      ))}
      <Letters id={one.id} />
      {may(user, 'export.create-case-bundle') ? <Bundle id={one.id} /> : null}
    </Section>
  );
}

function DecisionLinks({ id }: { id: string }) {
  const { t, named, kr, day } = useText();
  const query = queries.useQuery('get', '/api/v1/decisions/{id}', { params: { path: { id } } });
  return (
    <Loaded query={query}>
      {(decision) => (
        <>
          <h3>
            <Link to={`/beslut/${id}`}>{named('decisionOutcome', decision.outcome)}</Link>{' '}
            <StatusTag subject="decision" status={decision.status} />
          </h3>
          <Rows title={t('web.linked.years')}>
            {decision.years.map(({ id: year, ...row }) => (
              <li key={year}>
                {row.year}: {kr(row.amount)} <StatusTag subject="decisionYear" status={row.status} />
              </li>
            ))}
          </Rows>
          <Rows title={t('web.linked.payments')}>
            {decision.payments.map((payment) => (
              <li key={payment.id}>
                <Link to={`/utbetalningar/${payment.id}`}>
                  {day(payment.payOn)}, {kr(payment.amount)}
                </Link>{' '}
                <StatusTag subject="payment" status={payment.status} />
              </li>
            ))}
          </Rows>
          <Rows title={t('web.linked.reports')}>
            {decision.reports.map((report) => (
              <li key={report.id}>
                <Link to={`/redovisningar/${report.id}`}>
                  {named('reportKind', report.kind)} {report.year}
                </Link>
                , {t('web.linked.due', { day: day(report.dueOn) })}{' '}
                <StatusTag subject="report" status={report.status} />
              </li>
            ))}
          </Rows>
        </>
      )}
    </Loaded>
  );
}

interface RowsProps {
  title: string;
  /** Of its heading: what is a decision's stands below it. */
  level?: 3 | 4;
  children: ReactNode[];
}

function Rows({ title, level = 4, children }: RowsProps) {
  if (children.length === 0) return null;
  return (
    <>
      {level === 3 ? <h3>{title}</h3> : <h4>{title}</h4>}
      <ul className="bare">{children}</ul>
    </>
  );
}

function Letters({ id }: { id: string }) {
  const { t, named, day } = useText();
  const query = queries.useQuery('get', '/api/v1/letters', {
    params: { query: { applicationId: id, limit: 100 } },
  });
  return (
    <Loaded query={query}>
      {({ items }) => (
        <Rows title={t('web.linked.letters')} level={3}>
          {items.map((letter) => (
            <li key={letter.id}>
              {letter.status === 'sealed' ? (
                <a href={`/api/v1/letters/${letter.id}.pdf`} target="_blank" rel="noreferrer">
                  {named('letterKind', letter.kind)} (PDF)
                </a>
              ) : (
                named('letterKind', letter.kind)
              )}
              , {day(letter.sealedAt ?? letter.orderedAt)}{' '}
              <StatusTag subject="letter" status={letter.status} />
            </li>
          ))}
        </Rows>
      )}
    </Loaded>
  );
}

function Bundle({ id }: { id: string }) {
  const { t } = useText();
  const order = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/exports', {
        body: { kind: 'case-bundle', format: 'zip', filters: { applicationId: id } },
        headers: intent(),
      } as never),
  });
  return (
    <div className="bundle">
      <Button variant="secondary" loading={order.isPending} onClick={() => order.mutate()}>
        {t('web.linked.bundle')}
      </Button>
      <ProblemNotice error={order.error} />
      {order.isSuccess ? (
        <p role="status">
          {t('web.linked.ordered')} <Link to="/uttag">{t('web.linked.toExports')}</Link>
        </p>
      ) : null}
    </div>
  );
}
