import { useFormContext, useWatch } from 'react-hook-form';
import type { Budget } from '#domain/applications/application-content';
import { useText } from '../frame/language.js';
import { MoneyBox } from '../parts/form-inputs.js';
import type { Content, Entry } from './content.js';
import { useCase } from './form-context.js';
import { financingOf, type FinancingRow } from './financing.js';
import { yearsOf } from './money-lines.js';

/** Per year and in total: costs, the grant asked for, other money, and how far it is to the ceiling. Reckoned while typing. */
export function FinancingTable() {
  const { t } = useText();
  const { application, ceiling } = useCase();
  const [costs = [], requested = [], coFinancing = []] = useWatch<
    Content,
    ['costs', 'requested', 'coFinancing']
  >({
    name: ['costs', 'requested', 'coFinancing'],
  });
  const budget = { costs, requested, coFinancing } as unknown as Budget;
  const { years, total } = financingOf(budget, yearsOf(requested, application.call.years), ceiling);
  const hasCeiling = ceiling.percent !== null || ceiling.amount !== null;
  return (
    <>
      <div
        className="scroll-x"
        tabIndex={0}
        role="region"
        aria-label={t('web.applications.financing.caption')}
      >
        <table className="ds-table money-grid">
          <caption className="sr-only">{t('web.applications.financing.caption')}</caption>
          <thead>
            <tr>
              <th>{t('web.applications.field.year')}</th>
              <th className="number">{t('form.costs')}</th>
              <th className="number">{t('form.requested')}</th>
              <th className="number">{t('form.coFinancing')}</th>
              <th className="number">{t('web.applications.financing.share')}</th>
              {hasCeiling ? <th className="number">{t('web.applications.financing.left')}</th> : null}
              <th className="number">{t('web.applications.financing.uncovered')}</th>
            </tr>
          </thead>
          <tbody>
            {years.map((row) => (
              <Year key={row.year} row={row} hasCeiling={hasCeiling} requested={requested} />
            ))}
          </tbody>
          <tfoot>
            <Sums row={total} hasCeiling={hasCeiling} name={t('web.applications.financing.total')} />
          </tfoot>
        </table>
      </div>
      <CeilingInWords row={total} />
    </>
  );
}

interface YearProps {
  row: FinancingRow;
  hasCeiling: boolean;
  requested: Entry[];
}

function Year({ row, hasCeiling, requested }: YearProps) {
  const { t } = useText();
  const { setValue } = useFormContext<Content>();
  const year = row.year!;
  const place = requested.findIndex((each) => each.year === year);
  const at = place === -1 ? requested.length : place;
  const set = (amount: Entry['amount']) =>
    setValue(
      'requested',
      place === -1 ? [...requested, { year, amount }] : requested.with(place, { year, amount }),
    );
  return (
    <Sums row={row} hasCeiling={hasCeiling} name={String(year)}>
      <MoneyBox
        name={`requested[${at}].amount`}
        label={<span className="sr-only">{t('web.applications.financing.requestedOf', { year })}</span>}
        value={requested[place]?.amount ?? null}
        onChange={set}
      />
    </Sums>
  );
}

interface SumsProps {
  row: FinancingRow;
  hasCeiling: boolean;
  name: string;
  children?: React.ReactNode;
}

function Sums({ row, hasCeiling, name, children }: SumsProps) {
  const { t, kr, percent } = useText();
  const share = row.share === null ? null : Number(row.share) / 100;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{kr(row.costs)}</td>
      <td className={children ? 'money-cell' : 'number'}>{children ?? kr(row.requested)}</td>
      <td className="number">{kr(row.coFinancing)}</td>
      <td className="number">{percent(share)}</td>
      {hasCeiling ? (
        <td className="number" data-tone={row.left !== null && row.left < 0 ? 'bad' : undefined}>
          {row.left !== null && row.left < 0
            ? t('web.applications.financing.above', { amount: -row.left })
            : kr(row.left)}
        </td>
      ) : null}
      <td className="number" data-tone={row.uncovered === 0 ? undefined : 'bad'}>
        {row.uncovered < 0
          ? t('web.applications.financing.tooMuch', { amount: -row.uncovered })
          : kr(row.uncovered)}
      </td>
    </tr>
  );
}

/** The total in a sentence, said aloud when it changes. */
function CeilingInWords({ row }: { row: FinancingRow }) {
  const { t } = useText();
  const { ceiling } = useCase();
  if (row.left === null) return null;
  const isAbove = row.left < 0;
  const data = {
    percent: ceiling.percent,
    amount: ceiling.amount,
    max: row.maxRequested,
    left: Math.abs(row.left),
  };
  return (
    <p role="status" aria-live="polite">
      {ceiling.percent === null ? null : `${t('web.applications.financing.ceilingShare', data)} `}
      {ceiling.amount === null ? null : `${t('web.applications.financing.ceilingAmount', data)} `}
      {t(isAbove ? 'web.applications.financing.isAbove' : 'web.applications.financing.isLeft', data)}
    </p>
  );
}
