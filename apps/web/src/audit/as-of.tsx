import { Details, Table, Textfield } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { Loaded } from '../parts/loaded.js';
import { StatusTag } from '../parts/status-tag.js';

interface AsOfProps {
  applicationId: string;
  day: string | undefined;
  onDay: (day: string | undefined) => void;
}

/** How the decisions of a case stood at the end of a day. */
export function AsOf({ applicationId, day, onDay }: AsOfProps) {
  const { t } = useText();
  return (
    <Details variant="tinted" className="as-of" defaultOpen={day !== undefined}>
      <Details.Summary>{t('web.audit.asOf')}</Details.Summary>
      <Details.Content>
        <Textfield
          type="date"
          label={t('web.audit.asOfDay')}
          description={t('web.audit.asOfHelp')}
          value={day ?? ''}
          onChange={(event) => onDay(event.target.value || undefined)}
        />
        {day ? <Decisions applicationId={applicationId} day={day} /> : null}
      </Details.Content>
    </Details>
  );
}

function Decisions({ applicationId, day }: { applicationId: string; day: string }) {
  const { t } = useText();
  const query = queries.useQuery('get', '/api/v1/decisions', {
    params: { query: { applicationId, asOf: day, limit: 50 } },
  });
  return (
    <>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? <p>{t('web.audit.asOfNone')}</p> : <DecisionTable items={items} day={day} />
        }
      </Loaded>
      <p>
        <Link to={`/matt?asOf=${day}`}>{t('web.audit.asOfMeasures', { day })}</Link>
      </p>
    </>
  );
}

function DecisionTable({ items, day }: { items: Schemas['DecisionItem'][]; day: string }) {
  const { t, named, kr, day: told } = useText();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.audit.asOf')}>
      <Table border>
        <caption>{t('web.audit.asOfCaption', { day })}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t('web.audit.decision')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.audit.status')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.audit.decidedAt')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.audit.years')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {items.map((item) => (
            <Table.Row key={item.id}>
              <th scope="row">{named('decisionOutcome', item.outcome)}</th>
              <Table.Cell>
                <StatusTag subject="decision" status={item.status} />
              </Table.Cell>
              <Table.Cell>{told(item.decidedAt)}</Table.Cell>
              <Table.Cell>
                {item.years
                  .map(
                    (each) =>
                      `${each.year}: ${kr(each.amount)} (${named('status.decisionYear', each.status).toLowerCase()})`,
                  )
                  .join(', ') || '–'}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
