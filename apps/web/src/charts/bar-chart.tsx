import { scaleBand, scaleLinear } from 'd3-scale';
import { useText } from '../frame/language.js';
import { Legend, type Series } from './legend.js';

export interface Bar {
  name: string;
  /** By the code of a series. What is missing is nothing. */
  values: Readonly<Record<string, number>>;
}

interface BarChartProps {
  /** What the picture shows, in one sentence. */
  label: string;
  series: readonly Series[];
  /** In the order they are shown, top to bottom. */
  bars: readonly Bar[];
  /** How a value is written. */
  format: (value: number) => string;
  /** A line to compare with, as what was allocated: by the name of the bar. */
  marks?: Readonly<Record<string, number>>;
}

const WIDTH = 720;
const NAMES = 150;
const ROW = 34;
const TOP = 8;
const AXIS = 26;

/** Lying bars, each a sum of its series. For sums per year, per county, per appropriation. */
export function BarChart({ label, series, bars, format, marks = {} }: BarChartProps) {
  const { number } = useText();
  const sumOf = (bar: Bar) => series.reduce((sum, { code }) => sum + (bar.values[code] ?? 0), 0);
  const largest = Math.max(1, ...bars.map(sumOf), ...Object.values(marks));
  const height = TOP + bars.length * ROW + AXIS;
  const x = scaleLinear([0, largest], [NAMES, WIDTH - 40]).nice(4);
  const y = scaleBand(
    bars.map((bar) => bar.name),
    [TOP, height - AXIS],
  ).paddingInner(0.3);
  return (
    <>
      <Legend series={series} />
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label} className="chart">
        {x.ticks(4).map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={TOP} y2={height - AXIS} className="grid" />
            <text x={x(tick)} y={height - 8} textAnchor="middle">
              {shortened(tick, number)}
            </text>
          </g>
        ))}
        {bars.map((bar) => (
          <g key={bar.name}>
            <text x={NAMES - 8} y={y(bar.name)! + y.bandwidth() / 2 + 4} textAnchor="end">
              {bar.name}
            </text>
            {stacked(bar, series).map(({ code, place, from, to }) => (
              <rect
                key={code}
                className={`series-${place}`}
                x={x(from)}
                width={Math.max(0, x(to) - x(from))}
                y={y(bar.name)}
                height={y.bandwidth()}
              >
                <title>{`${bar.name}, ${series[place]!.name}: ${format(to - from)}`}</title>
              </rect>
            ))}
            {marks[bar.name] === undefined ? null : (
              <line
                className="mark"
                x1={x(marks[bar.name]!)}
                x2={x(marks[bar.name]!)}
                y1={y(bar.name)! - 3}
                y2={y(bar.name)! + y.bandwidth() + 3}
              />
            )}
          </g>
        ))}
      </svg>
    </>
  );
}

function stacked(bar: Bar, series: readonly Series[]) {
  let from = 0;
  return series.map(({ code }, place) => {
    const to = from + (bar.values[code] ?? 0);
    const part = { code, place, from, to };
    from = to;
    return part;
  });
}

const UNITS = [
  [1e9, 'md'],
  [1e6, 'mn'],
  [1e3, 't'],
] as const;

/** `12 mn`: an axis has no room for all the noughts. */
function shortened(value: number, write: (value: number) => string): string {
  const unit = UNITS.find(([size]) => Math.abs(value) >= size);
  return unit ? `${write(value / unit[0])} ${unit[1]}` : write(value);
}
