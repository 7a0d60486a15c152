import { useText } from '../frame/language.js';
import { linesOf, yearsOf } from './money-lines.js';

interface LinesReadProps {
  caption: string;
  /** Of the names of kinds: `costKind`. */
  group: string;
  rows: readonly { kind: string; text: string; year: number; amount: number }[];
}

/** Money by kind and year, to read. */
export function LinesRead({ caption, group, rows }: LinesReadProps) {
  const { t, named, kr } = useText();
  const filled = rows.filter((row) => row.amount !== 0);
  if (filled.length === 0) return null;
  const years = yearsOf(filled, []);
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={caption}>
      <table className="ds-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th>{caption}</th>
            {years.map((year) => (
              <th key={year} className="number">
                {year}
              </th>
            ))}
            <th className="number">{t('form.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(filled).map(({ row, places }, at) => (
            <tr key={at}>
              <th scope="row">{[named(group, row.kind), row.text].filter(Boolean).join(', ')}</th>
              {years.map((year) => (
                <td key={year} className="number">
                  {kr(filled[places.get(year) ?? -1]?.amount)}
                </td>
              ))}
              <td className="number">
                {kr([...places.values()].reduce((sum, place) => sum + filled[place]!.amount, 0))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
