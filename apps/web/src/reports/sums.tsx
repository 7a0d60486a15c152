import { Table } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useText } from '../frame/language.js';

interface SumsProps {
  title: string;
  headers: readonly string[];
  sums: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[]; sums: readonly string[] }[];
}

/** Rows of sums in kronor, each with what it is of. */
export function Sums({ title, headers, sums, rows }: SumsProps) {
  const { t } = useText();
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{t('web.report.nothing')}</p>
      ) : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={title}>
          <Table border className="cells">
            <caption className="sr-only">{title}</caption>
            <Table.Head>
              <Table.Row>
                {headers.map((header) => (
                  <Table.HeaderCell key={header}>{header}</Table.HeaderCell>
                ))}
                {sums.map((header) => (
                  <Table.HeaderCell key={header} className="number">
                    {header}
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Head>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  {row.cells.map((cell, at) =>
                    at === 0 ? (
                      <th key={at} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={at}>{cell}</td>
                    ),
                  )}
                  {row.sums.map((sum, at) => (
                    <td key={at} className="number">
                      {sum}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </section>
  );
}
