import { Table } from '@digdir/designsystemet-react';
import type { Budget } from '#domain/applications/application-content';
import { useText } from '../frame/language.js';
import { budgetTable } from './budget-table.js';

/** Costs, co-financing and what is asked for, per year and in total. */
export function BudgetView({ budget }: { budget: Budget }) {
  const { t, named, kr, number } = useText();
  const { years, costs, coFinancing, sums, total, shares } = budgetTable(budget);
  if (years.length === 0) return <p className="quiet">{t('web.content.noBudget')}</p>;
  const line = (name: string, amounts: readonly number[], className?: string) => (
    <Table.Row key={name} className={className}>
      <th scope="row">{name}</th>
      {amounts.map((amount, place) => (
        <Table.Cell key={place} className="number">
          {kr(amount)}
        </Table.Cell>
      ))}
    </Table.Row>
  );
  const sumOf = (part: 'costs' | 'requested' | 'coFinancing') => [...sums, total].map((each) => each[part]);
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('web.content.budget')}>
      <Table border className="plain">
        <caption className="sr-only">{t('web.content.budget')}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t('web.content.row')}</Table.HeaderCell>
            {years.map((year) => (
              <Table.HeaderCell key={year} className="number">
                {year}
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell className="number">{t('web.content.total')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {costs.map((row) => line(named('costKind', row.code), [...row.amounts, row.total]))}
          {line(t('web.content.costs'), sumOf('costs'), 'sum')}
          {coFinancing.map((row) => line(named('coFinancingSource', row.code), [...row.amounts, row.total]))}
          {line(t('web.content.coFinancing'), sumOf('coFinancing'), 'sum')}
          {line(t('web.content.requested'), sumOf('requested'), 'sum')}
          <Table.Row>
            <th scope="row">{t('web.content.share')}</th>
            {shares.map((share, place) => (
              <Table.Cell key={place} className="number">
                {share === null ? '–' : `${number(Number(share))} %`}
              </Table.Cell>
            ))}
          </Table.Row>
        </Table.Body>
      </Table>
    </div>
  );
}
