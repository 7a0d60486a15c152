import { Button, Table } from '@digdir/designsystemet-react';
import { TrashIcon } from '@navikt/aksel-icons';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { ChoiceInput, MoneyInput, TextInput } from '../parts/form.js';
import { PartHead } from './part-head.js';
import { plannedBeside } from './report-content.js';

type Report = Schemas['ReportDetail'];
type Cost = Schemas['Cost'];
type CoFinancing = Schemas['CoFinancing'];

const KINDS = ['personnel', 'external', 'premises', 'equipment', 'other', 'overhead'] as const;
const SOURCES = ['own', 'otherRecipient', 'private', 'otherStateGrant'] as const;

/** What it has cost, row by row, with the plan beside. */
export function CostInputs({ report }: { report: Report }) {
  const { t, named, kr } = useText();
  const rows = useRows<Cost>('costs');
  const planned = (at: number) => {
    const { year, kind } = rows.values[at]!;
    const same = report.comparison.costs.find((row) => row.year === Number(year) && row.kind === kind);
    return plannedBeside(rows.values, at, (one, other) => one.kind === other.kind, same?.planned);
  };
  return (
    <section>
      <PartHead name="costs" title={t('web.report.costs')} help={t('web.report.costsHelp')} />
      <RowTable
        caption={t('web.report.costs')}
        rows={rows}
        headers={[t('web.report.kind'), t('web.report.year')]}
        sums={[t('web.report.planned'), t('web.report.actual')]}
        last={t('web.report.note')}
        add={t('web.report.addCost')}
        onAdd={() => rows.append({ year: report.year, kind: 'personnel', amount: 0, note: '' })}
      >
        {(at, label) => (
          <>
            <td>
              <ChoiceInput
                name={`costs.${at}.kind`}
                label={label(t('web.report.kind'))}
                options={KINDS.map((value) => ({ value, label: named('costKind', value) }))}
              />
            </td>
            <YearCell name={`costs.${at}.year`} label={label(t('web.report.year'))} report={report} />
            <td className="number">{kr(planned(at))}</td>
            <td>
              <MoneyInput name={`costs.${at}.amount`} label={label(t('web.report.actual'))} />
            </td>
            <td>
              <TextInput name={`costs.${at}.note`} label={label(t('web.report.note'))} />
            </td>
          </>
        )}
      </RowTable>
    </section>
  );
}

/** What others, and the recipient itself, have put in. */
export function CoFinancingInputs({ report }: { report: Report }) {
  const { t, named, kr } = useText();
  const rows = useRows<CoFinancing>('coFinancing');
  const decided = (at: number) => {
    const { year, source } = rows.values[at]!;
    const same = report.comparison.coFinancing.find(
      (row) => row.year === Number(year) && row.source === source,
    );
    return plannedBeside(rows.values, at, (one, other) => one.source === other.source, same?.decided);
  };
  return (
    <section>
      <PartHead
        name="coFinancing"
        title={t('web.report.coFinancing')}
        help={t('web.report.coFinancingHelp')}
      />
      <RowTable
        caption={t('web.report.coFinancing')}
        rows={rows}
        headers={[t('web.report.source'), t('web.report.year')]}
        sums={[t('web.report.decided'), t('web.report.actual')]}
        last={t('web.report.funder')}
        add={t('web.report.addCoFinancing')}
        onAdd={() => rows.append({ year: report.year, source: 'own', amount: 0, funder: '' })}
      >
        {(at, label) => (
          <>
            <td>
              <ChoiceInput
                name={`coFinancing.${at}.source`}
                label={label(t('web.report.source'))}
                options={SOURCES.map((value) => ({ value, label: named('coFinancingSource', value) }))}
              />
            </td>
            <YearCell name={`coFinancing.${at}.year`} label={label(t('web.report.year'))} report={report} />
            <td className="number">{kr(decided(at))}</td>
            <td>
              <MoneyInput name={`coFinancing.${at}.amount`} label={label(t('web.report.actual'))} />
            </td>
            <td>
              <TextInput name={`coFinancing.${at}.funder`} label={label(t('web.report.funder'))} />
            </td>
          </>
        )}
      </RowTable>
    </section>
  );
}

function useRows<Row extends { year: number }>(name: 'costs' | 'coFinancing') {
  const { control, watch } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name });
  return {
    keys: fields.map(({ id }) => id),
    values: (watch(name) ?? []) as Row[],
    append: (row: Row) => append(row),
    remove,
  };
}

interface RowTableProps {
  caption: string;
  rows: { keys: string[]; values: readonly object[]; remove: (at: number) => void };
  headers: readonly string[];
  sums: readonly string[];
  last: string;
  add: string;
  onAdd: () => void;
  children: (at: number, label: (what: string) => string) => React.ReactNode;
}

function RowTable({ caption, rows, headers, sums, last, add, onAdd, children }: RowTableProps) {
  const { t } = useText();
  return (
    <>
      {rows.keys.length === 0 ? (
        <p>{t('web.report.noRows')}</p>
      ) : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={caption}>
          <Table border className="cells">
            <caption className="sr-only">{caption}</caption>
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
                <Table.HeaderCell>{last}</Table.HeaderCell>
                <td />
              </Table.Row>
            </Table.Head>
            <tbody>
              {rows.keys.map((key, at) =>
                rows.values[at] ? (
                  <tr key={key}>
                    {children(at, (what) => t('web.report.row', { what, row: at + 1 }))}
                    <td>
                      <Button
                        variant="tertiary"
                        icon
                        aria-label={t('web.report.removeRow', { row: at + 1 })}
                        onClick={() => rows.remove(at)}
                      >
                        <TrashIcon aria-hidden />
                      </Button>
                    </td>
                  </tr>
                ) : null,
              )}
            </tbody>
          </Table>
        </div>
      )}
      <Button variant="secondary" onClick={onAdd}>
        {add}
      </Button>
    </>
  );
}

/** A report accounts for some years only, mostly one. */
function YearCell({ name, label, report }: { name: string; label: string; report: Report }) {
  const years = report.comparison.years.map(({ year }) => String(year));
  const chosen = String(useFormContext().watch(name) as number);
  const options = years.includes(chosen) ? years : [...years, chosen];
  return (
    <td>
      <ChoiceInput name={name} label={label} options={options.map((value) => ({ value, label: value }))} />
    </td>
  );
}
