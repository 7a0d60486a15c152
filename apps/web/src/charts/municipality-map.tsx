import { useMemo } from 'react';
import { useText } from '../frame/language.js';
import { Waiting } from '../parts/waiting.js';
import { boundsOf, classOf } from './classes.js';
import { drawShapes, useMunicipalities } from './shapes.js';

export interface Shade {
  /** Of the municipality, four digits. */
  code: string;
  value: number;
}

interface MunicipalityMapProps {
  label: string;
  shades: readonly Shade[];
  format: (value: number) => string;
  onChoose?: (code: string) => void;
}

const SIZE: [number, number] = [420, 900];

/** Municipalities shaded by a value in five classes; those without one are left pale. The table behind it says each value. */
export function MunicipalityMap({ label, shades, format, onChoose }: MunicipalityMapProps) {
  const { t } = useText();
  const { data } = useMunicipalities();
  const drawn = useMemo(() => data && drawShapes(data, SIZE), [data]);
  if (!drawn) return <Waiting lines={12} />;
  const values = new Map(shades.map(({ code, value }) => [code, value]));
  const bounds = boundsOf([...values.values()]);
  return (
    <div className="map">
      <svg viewBox={`0 0 ${SIZE.join(' ')}`} role="img" aria-label={label} className="chart">
        {drawn.map(({ code, name, path }) => {
          const value = values.get(code);
          const shade =
            value === undefined ? 'shade-none' : `shade-${classOf(value, bounds) + 5 - bounds.length}`;
          return (
            <path key={code} d={path} className={shade} onClick={() => onChoose?.(code)}>
              <title>{`${name}: ${value === undefined ? t('web.chart.noValue') : format(value)}`}</title>
            </path>
          );
        })}
      </svg>
      <ul className="legend">
        {bounds.map((bound, place) => (
          <li key={bound}>
            <span className={`swatch shade-${place + 5 - bounds.length}`} aria-hidden />{' '}
            {t('web.chart.from', { value: format(bound) })}
          </li>
        ))}
        <li>
          <span className="swatch shade-none" aria-hidden /> {t('web.chart.noValue')}
        </li>
      </ul>
    </div>
  );
}
