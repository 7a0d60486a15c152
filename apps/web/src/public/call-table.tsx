import { Table, Tag } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { useProgrammes } from './use-programmes.js';

type Call = Schemas['PublicCallView'];

interface CallTableProps {
  calls: readonly Call[];
  /** Where they are of one programme, its name is said already, and whether each is open is not. */
  isOfOne?: boolean;
}

/** Calls with their days, what there is to distribute, and their empty form. */
export function CallTable({ calls, isOfOne = false }: CallTableProps) {
  const { t, kr, day } = useText();
  const { nameOf } = useProgrammes();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.call.title')}>
      <Table border>
        <caption className="sr-only">{t(isOfOne ? 'web.programme.calls' : 'web.call.caption')}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t('web.call.title')}</Table.HeaderCell>
            <Table.HeaderCell>{t(isOfOne ? 'web.programmes.status' : 'web.call.programme')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.call.closesOn')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.call.years')}</Table.HeaderCell>
            <Table.HeaderCell className="number">{t('web.call.budget')}</Table.HeaderCell>
            <Table.HeaderCell>{t('web.blank.title')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {calls.map((call) => (
            <Table.Row key={call.id}>
              <th scope="row">{call.title}</th>
              <Table.Cell>
                {isOfOne ? (
                  <OpenTag call={call} />
                ) : (
                  <Link to={`/stod/${call.programmeCode}`}>{nameOf(call.programmeCode)}</Link>
                )}
              </Table.Cell>
              <Table.Cell>{day(call.closesOn)}</Table.Cell>
              <Table.Cell>{spanOf(call.years)}</Table.Cell>
              <Table.Cell className="number">
                {kr(call.budget.reduce((sum, { amount }) => sum + amount, 0))}
              </Table.Cell>
              <Table.Cell>
                <Link
                  to={`/stod/${call.programmeCode}/formular/${call.id}`}
                  aria-label={t('web.call.formOf', { title: call.title })}
                >
                  {t('web.call.form')}
                </Link>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function OpenTag({ call }: { call: Call }) {
  const { t } = useText();
  return (
    <Tag data-color={call.isOpen ? 'success' : 'neutral'}>
      {t(call.isOpen ? 'web.call.open' : 'web.call.closed')}
    </Tag>
  );
}

/** `2027–2029`. A call's years follow on each other. */
const spanOf = (years: readonly number[]) =>
  years.length > 1 ? `${years[0]}–${years.at(-1)}` : String(years[0] ?? '–');
