import { Table } from '@digdir/designsystemet-react';
import { useFormContext } from 'react-hook-form';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { sumOf, type Content } from './report-content.js';

type Year = Schemas['ComparedYear'];

/** Plan and outcome of each year, while the sums are typed. */
export function Years({ report }: { report: Schemas['ReportDetail'] }) {
  const { watch } = useFormContext<Content>();
  const costs = watch('costs') ?? [];
  return (
    <YearTable
      years={report.comparison.years.map((row) => ({ ...row, actualCosts: sumOf(costs, row.year) }))}
    />
  );
}

export function YearTable({ years }: { years: readonly Year[] }) {
  const { t, kr } = useText();
  const columns = [
    ['granted', t('web.report.granted')],
    ['paid', t('web.report.paid')],
    ['plannedCosts', t('web.report.plannedCosts')],
    ['actualCosts', t('web.report.actualCosts')],
  ] as const;
  return (
    <section>
      <h2>{t('web.report.perYear')}</h2>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.report.perYear')}>
        <Table border className="cells">
          <caption className="sr-only">{t('web.report.perYear')}</caption>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{t('web.report.year')}</Table.HeaderCell>
              {columns.map(([code, header]) => (
                <Table.HeaderCell key={code} className="number">
                  {header}
                </Table.HeaderCell>
              ))}
              <Table.HeaderCell className="number">{t('web.report.difference')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <tbody>
            {years.map((row) => (
              <tr key={row.year}>
                <th scope="row">{row.year}</th>
                {columns.map(([code]) => (
                  <td key={code} className="number">
                    {kr(row[code])}
                  </td>
                ))}
                <td className="number">{kr(row.actualCosts - row.plannedCosts)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}
