import { Table } from '@digdir/designsystemet-react';
import type { Schemas } from '../api/client.js';
import { BarChart } from '../charts/bar-chart.js';
import { Figure } from '../charts/figure.js';
import { MunicipalityMap } from '../charts/municipality-map.js';
import { useText } from '../frame/language.js';

type Summary = Schemas['OpenGrantsSummary'];

/** What was granted, per year of decision. */
export function ByYear({ summary: { byYear } }: { summary: Summary }) {
  const { t, kr, number } = useText();
  return (
    <Figure
      title={t('web.open.byYear')}
      about={t('web.open.byYearAbout')}
      file="beviljat-per-ar"
      picture={
        <BarChart
          label={t('web.open.byYear')}
          series={[{ code: 'awarded', name: t('web.open.awarded') }]}
          bars={byYear.map(({ year, amountAwarded }) => ({
            name: String(year),
            values: { awarded: amountAwarded },
          }))}
          format={kr}
        />
      }
      table={
        <Figures
          caption={t('web.open.byYear')}
          headers={[
            t('web.open.year'),
            t('web.open.awarded'),
            t('web.open.grants'),
            t('web.open.recipients'),
          ]}
          rows={byYear.map((each) => [
            String(each.year),
            kr(each.amountAwarded),
            number(each.grants),
            number(each.recipients),
          ])}
        />
      }
    />
  );
}

interface PerInhabitantProps {
  summary: Summary;
  onChoose: (organisationCode: string) => void;
}

/** Where the money goes, by how many live there. A region is no municipality: it is in the table and not on the map. */
export function PerInhabitant({ summary: { byRecipient }, onChoose }: PerInhabitantProps) {
  const { t, kr, number } = useText();
  const shades = byRecipient.flatMap(({ organisation: { kind, code }, awardedPerInhabitant: value }) =>
    kind === 'municipality' && code && value !== null ? [{ code, value }] : [],
  );
  const granted = new Set(shades.map(({ code }) => code));
  return (
    <Figure
      title={t('web.open.map')}
      about={t('web.open.mapAbout')}
      file="kronor-per-invanare"
      picture={
        <MunicipalityMap
          label={t('web.open.map')}
          shades={shades}
          format={(value) => t('web.open.perInhabitantOf', { amount: number(value) })}
          onChoose={(code) => granted.has(code) && onChoose(code)}
        />
      }
      table={
        <Figures
          caption={t('web.open.map')}
          headers={[
            t('web.open.recipient'),
            t('web.open.county'),
            t('web.open.awarded'),
            t('web.open.population'),
            t('web.open.perInhabitant'),
          ]}
          textColumns={2}
          rows={byRecipient
            .toSorted((a, b) => (b.awardedPerInhabitant ?? -1) - (a.awardedPerInhabitant ?? -1))
            .map((each) => [
              each.organisation.name,
              each.county ?? '–',
              kr(each.amountAwarded),
              number(each.population),
              number(each.awardedPerInhabitant),
            ])}
        />
      }
    />
  );
}

interface FiguresProps {
  caption: string;
  headers: readonly string[];
  rows: readonly (readonly string[])[];
  /** How many of the first columns are words; the rest are numbers. */
  textColumns?: number;
}

function Figures({ caption, headers, rows, textColumns = 1 }: FiguresProps) {
  const classOf = (column: number) => (column < textColumns ? undefined : 'number');
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={caption}>
      <Table border>
        <caption className="sr-only">{caption}</caption>
        <Table.Head>
          <Table.Row>
            {headers.map((header, column) => (
              <Table.HeaderCell key={header} className={classOf(column)}>
                {header}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {rows.map(([name, ...cells]) => (
            <Table.Row key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <Table.Cell key={headers[column + 1]} className={classOf(column + 1)}>
                  {cell}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
