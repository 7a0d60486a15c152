import { useMemo } from 'react';
import { useText } from '../frame/language.js';
import { Waiting } from '../parts/waiting.js';
import './charts.css';
import { drawShapes, useMunicipalities } from './shapes.js';

const SIZE: [number, number] = [320, 320];

/** The border of one municipality, by its four digits. */
export function MunicipalityOutline({ code, name }: { code: string; name: string }) {
  const { t } = useText();
  const { data } = useMunicipalities();
  const shape = useMemo(() => data && drawShapes(data, SIZE, code)[0], [data, code]);
  if (!data) return <Waiting lines={4} />;
  if (!shape) return <p>{t('web.chart.noValue')}</p>;
  return (
    <svg viewBox={`0 0 ${SIZE.join(' ')}`} role="img" aria-label={name} className="outline">
      <path d={shape.path} />
    </svg>
  );
}
