import { Table } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { queries } from '../api/client.js';
import { useText } from '../frame/language.js';
import { StatusTag } from '../parts/status-tag.js';

/** The files of accounts that a report has been taken from. Nothing where there is none. */
export function ImportList({ reportId }: { reportId: string }) {
  const { t, number, moment } = useText();
  const { data } = queries.useQuery('get', '/api/v1/reports/{id}/accounting', {
    params: { path: { id: reportId } },
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section>
      <h2>{t('web.accounting.imports')}</h2>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.accounting.imports')}>
        <Table border className="cells">
          <caption className="sr-only">{t('web.accounting.imports')}</caption>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{t('web.accounting.fileName')}</Table.HeaderCell>
              <Table.HeaderCell>{t('web.accounting.status')}</Table.HeaderCell>
              <Table.HeaderCell>{t('web.accounting.importedAt')}</Table.HeaderCell>
              <Table.HeaderCell className="number">{t('web.accounting.rows')}</Table.HeaderCell>
              <Table.HeaderCell className="number">{t('web.accounting.faults')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <tbody>
            {data.items.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link to={`/redovisningar/${reportId}/bokforing?import=${row.id}`}>{row.fileName}</Link>
                </th>
                <td>
                  <StatusTag subject="accountingImport" status={row.status} />
                </td>
                <td>{moment(row.importedAt)}</td>
                <td className="number">{number(row.counts.rows)}</td>
                <td className="number">{number(row.findingCount)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}
