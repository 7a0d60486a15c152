import { Table } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';

type Recipient = Schemas['SimulatedRecipient'];

interface RecipientTableProps {
  caption: string;
  recipients: readonly Recipient[];
  /** Where they are not all judged alike. */
  hasVerdict?: true;
}

/** Recipients with what they were judged by, and what they would get. */
export function RecipientTable({ caption, recipients, hasVerdict }: RecipientTableProps) {
  const { t, named, kr } = useText();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={caption}>
      <Table border className="before-after">
        <caption className="sr-only">{caption}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t('web.work.organisation')}</Table.HeaderCell>
            {hasVerdict ? <Table.HeaderCell>{t('web.simulator.verdict')}</Table.HeaderCell> : null}
            <Table.HeaderCell>{t('web.simulator.why')}</Table.HeaderCell>
            <Table.HeaderCell className="number">{t('web.simulator.amountToday')}</Table.HeaderCell>
            <Table.HeaderCell className="number">{t('web.simulator.amount')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {recipients.map((recipient) => (
            <Table.Row key={recipient.organisation.id}>
              <th scope="row">
                <Link to={`/matt/${recipient.organisation.id}`}>{recipient.organisation.name}</Link>
              </th>
              {hasVerdict ? <Table.Cell>{named('verdict', recipient.verdict)}</Table.Cell> : null}
              <Table.Cell className="why">
                <Why recipient={recipient} />
              </Table.Cell>
              <Table.Cell className="number">{kr(recipient.amountBefore)}</Table.Cell>
              <Table.Cell className="number">{kr(recipient.amount)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

/** Each measure against its threshold; of a region, those of the municipalities that it qualifies through. */
function Why({ recipient }: { recipient: Recipient }) {
  const { t, named, number } = useText();
  const standing = ({ measure, value, threshold, reason }: Schemas['Standing']) =>
    value === null
      ? t('web.simulator.noValue', { measure: named('measure', measure), reason: named('reason', reason) })
      : t('web.simulator.standing', {
          measure: named('measure', measure),
          value: number(value),
          threshold: number(threshold),
        });
  // That a measure has no values at all is told once, for everybody.
  const isWorthTelling = ({ reason }: Schemas['Standing']) => reason !== 'noDataset';
  // A region has no value of its own: what counts is its municipalities'.
  const own = recipient.through.length > 0 ? [] : recipient.measures.filter(isWorthTelling);
  const through = recipient.through.filter(({ measures }) =>
    measures.some(({ outcome }) => outcome === 'met'),
  );
  const refused = recipient.findings.filter(
    ({ code, outcome }) => outcome !== 'met' && code !== 'measureThreshold',
  );
  return (
    <ul className="whys">
      {own.map((each) => (
        <li key={each.measure}>{standing(each)}</li>
      ))}
      {through.map(({ code, measures }) => (
        <li key={code}>
          {code}: {measures.filter(isWorthTelling).map(standing).join('; ')}
        </li>
      ))}
      {refused.map(({ code, outcome }) => (
        <li key={code}>
          {named('rule', code)}: {named('findingOutcome', outcome)}
        </li>
      ))}
    </ul>
  );
}
