import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { Legend, type Series } from './legend.js';

export interface Line extends Series {
  /** A year without a value is a gap, never a straight line across. */
  points: readonly { year: number; value: number | null }[];
}

interface LineChartProps {
  label: string;
  /** The first is the one that it is about; the others are there to compare with. */
  lines: readonly Line[];
  format: (value: number) => string;
}

const WIDTH = 720;
const HEIGHT = 320;
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 16, 12, 28];

/** One value a year, of one or several. */
export function LineChart({ label, lines, format }: LineChartProps) {
  const points = lines.flatMap((each) => each.points);
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const years = points.map(({ year }) => year);
  if (values.length === 0) return null;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const x = scaleLinear([first, last], [LEFT, WIDTH - RIGHT]);
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [HEIGHT - BOTTOM, TOP]).nice(5);
  const path = line<{ year: number; value: number | null }>()
    .defined(({ value }) => value !== null)
    .x(({ year }) => x(year))
    .y(({ value }) => y(value!));
  const every = Math.max(1, Math.ceil((last - first) / 10));
  return (
    <>
      <Legend series={lines} />
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className="chart">
        {y.ticks(5).map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} className="grid" />
            <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
              {format(tick)}
            </text>
          </g>
        ))}
        {Array.from({ length: last - first + 1 }, (_, at) => first + at)
          .filter((year) => (year - first) % every === 0)
          .map((year) => (
            <text key={year} x={x(year)} y={HEIGHT - 8} textAnchor="middle">
              {year}
            </text>
          ))}
        {lines
          .map((each, place) => (
            <g key={each.code}>
              <path d={path(each.points) ?? ''} className={`line series-${place}`} data-main={place === 0} />
              {each.points.map(({ year, value }) =>
                value === null ? null : (
                  <circle
                    key={year}
                    cx={x(year)}
                    cy={y(value)}
                    r={place === 0 ? 3.5 : 2.5}
                    className={`series-${place}`}
                  >
                    <title>{`${each.name} ${year}: ${format(value)}`}</title>
                  </circle>
                ),
              )}
            </g>
          ))
          .reverse()}
      </svg>
    </>
  );
}
