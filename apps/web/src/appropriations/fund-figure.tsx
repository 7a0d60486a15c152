import { Link } from 'react-router';
import type { Schemas } from '../api/client.js';
import { BarChart } from '../charts/bar-chart.js';
import { Figure } from '../charts/figure.js';
import { useText } from '../frame/language.js';
import { PlainTable } from '../parts/plain-table.js';
import { FUND_PARTS, fundParts } from './fund-parts.js';

interface FundFigureProps {
  title: string;
  appropriations: readonly Schemas['AppropriationView'][];
  /** The appropriation's own money, or what it may promise. */
  of: (appropriation: Schemas['AppropriationView']) => Schemas['Balances'];
}

/** A bar for each appropriation: paid, bound, reserved and left of what was allocated. */
export function FundFigure({ title, appropriations, of }: FundFigureProps) {
  const { t, kr } = useText();
  const rows = appropriations.map((appropriation) => ({
    id: appropriation.id,
    name: `${appropriation.code} ${appropriation.year}`,
    allocated: of(appropriation).allocated,
    values: fundParts(of(appropriation)),
  }));
  if (rows.length === 0) return null;
  return (
    <Figure
      title={title}
      about={t('web.appropriations.pictureAbout')}
      file={title}
      picture={
        <BarChart
          label={title}
          series={FUND_PARTS.map((part) => ({ code: part, name: t(`account.${part}`) }))}
          bars={rows}
          format={kr}
        />
      }
      table={
        <PlainTable
          caption={title}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              header: t('web.appropriations.appropriation'),
              cell: (row) => <Link to={`/anslag/${row.id}`}>{row.name}</Link>,
            },
            { header: t('account.source'), cell: (row) => kr(row.allocated), isNumber: true },
            ...FUND_PARTS.map((part) => ({
              header: t(`account.${part}`),
              cell: (row: (typeof rows)[number]) => kr(row.values[part]),
              isNumber: true as const,
            })),
          ]}
        />
      }
    />
  );
}
