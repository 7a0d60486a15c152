import { Button, Select, Textfield } from '@digdir/designsystemet-react';
import { TrashIcon } from '@navikt/aksel-icons';
import { useFormContext, useWatch } from 'react-hook-form';
import { useText } from '../frame/language.js';
import { Empty } from '../parts/empty.js';
import { MoneyBox } from '../parts/form-inputs.js';
import type { Content, Entry } from './content.js';
import { useCase } from './form-context.js';
import { addLine, changeLine, linesOf, removeLine, setAmount, yearsOf, type Line } from './money-lines.js';

interface MoneyGridProps {
  part: 'costs' | 'coFinancing';
  caption: string;
  /** The field that tells lines apart, its name, and what it may be. */
  kind: 'kind' | 'source';
  kindLabel: string;
  kinds: readonly { value: string; label: string }[];
  text: 'note' | 'funder';
  textLabel: string;
  add: string;
  none: string;
}

type Row = Entry & Record<string, unknown>;

const sumOf = (rows: readonly Entry[]) =>
  rows.reduce((sum, { amount }) => sum + (typeof amount === 'number' ? amount : 0), 0);

/** Money by kind and year: a row for each kind, a column for each year, sums around them. */
export function MoneyGrid(props: MoneyGridProps) {
  const { part, caption, kind, kinds, kindLabel, text, textLabel, add, none } = props;
  const { t, number: inDigits } = useText();
  const { call } = useCase().application;
  const { setValue } = useFormContext<Content>();
  const rows = (useWatch<Content>({ name: part }) ?? []) as unknown as Row[];
  const years = yearsOf(rows, call.years);
  const lines = linesOf(rows);
  const set = (changed: Row[]) => setValue(part, changed as never);
  return (
    <>
      {lines.length === 0 ? (
        <Empty title={none} />
      ) : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={caption}>
          <table className="ds-table money-grid">
            <caption className="sr-only">{caption}</caption>
            <thead>
              <tr>
                <th>{kindLabel}</th>
                <th>{textLabel}</th>
                {years.map((year) => (
                  <th key={year} className="number">
                    {year}
                  </th>
                ))}
                <th className="number">{t('form.sum')}</th>
                <th>
                  <span className="sr-only">{t('web.applications.remove')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, at) => (
                <GridLine
                  key={at}
                  {...props}
                  number={at + 1}
                  line={line}
                  rows={rows}
                  years={years}
                  set={set}
                />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  {t('form.sum')}
                </th>
                {years.map((year) => (
                  <td key={year} className="number">
                    {inDigits(sumOf(rows.filter((row) => row.year === year)))}
                  </td>
                ))}
                <td className="number">{inDigits(sumOf(rows))}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      <div>
        <Button
          variant="secondary"
          onClick={() => set(addLine(rows, { [kind]: kinds[0]!.value, [text]: '' }, call.years))}
        >
          {add}
        </Button>
      </div>
    </>
  );
}

interface GridLineProps extends MoneyGridProps {
  number: number;
  line: Line<Row>;
  rows: Row[];
  years: readonly number[];
  set: (rows: Row[]) => void;
}

function GridLine({
  part,
  number,
  line,
  rows,
  years,
  set,
  kind,
  kinds,
  kindLabel,
  text,
  textLabel,
}: GridLineProps) {
  const { t, number: inDigits } = useText();
  const own = rows.filter((_, at) => [...line.places.values()].includes(at));
  const nameOf = (year: number) => `${part}[${line.places.get(year) ?? rows.length}].amount`;
  const change = (changes: object) => set(changeLine(rows, line, changes as never));
  return (
    <tr>
      <td>
        <Select
          aria-label={`${kindLabel}, ${number}`}
          value={line.row[kind] as string}
          onChange={(event) => change({ [kind]: event.target.value })}
        >
          {kinds.map(({ value, label }) => (
            <Select.Option key={value} value={value}>
              {label}
            </Select.Option>
          ))}
        </Select>
      </td>
      <td>
        <Textfield
          aria-label={`${textLabel}, ${number}`}
          maxLength={text === 'note' ? 1_000 : 200}
          value={line.row[text] as string}
          onChange={(event) => change({ [text]: event.target.value })}
        />
      </td>
      {years.map((year) => (
        <td key={year} className="money-cell">
          <MoneyBox
            name={nameOf(year)}
            label={
              <span className="sr-only">{`${kinds.find(({ value }) => value === line.row[kind])?.label}, ${year}`}</span>
            }
            value={rows[line.places.get(year) ?? -1]?.amount ?? null}
            onChange={(amount) => set(setAmount(rows, line, year, amount))}
          />
        </td>
      ))}
      <td className="number">{inDigits(sumOf(own))}</td>
      <td>
        <Button
          variant="tertiary"
          data-color="danger"
          icon
          aria-label={t('web.applications.removeLine', { number })}
          onClick={() => set(removeLine(rows, line))}
        >
          <TrashIcon aria-hidden fontSize="1.25rem" />
        </Button>
      </td>
    </tr>
  );
}
