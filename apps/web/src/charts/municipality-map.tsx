import { useQuery } from '@tanstack/react-query';
import { geoPath, geoTransverseMercator } from 'd3-geo';
import { useMemo } from 'react';
import municipalitiesUrl from '../../../../data/municipalities.geojson?url';
import { useText } from '../frame/language.js';
import { Waiting } from '../parts/waiting.js';
import { boundsOf, classOf } from './classes.js';

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

type Feature = GeoJSON.Feature<GeoJSON.MultiPolygon | GeoJSON.Polygon, { name: string }>;

const [WIDTH, HEIGHT] = [420, 900];

/** The shapes are fetched when the first map is shown, and kept. */
const useMunicipalities = () =>
  useQuery({
    queryKey: ['municipalities'],
    queryFn: () =>
      fetch(municipalitiesUrl).then((answer) => answer.json() as Promise<GeoJSON.FeatureCollection>),
    staleTime: Infinity,
  });

/** Municipalities shaded by a value in five classes; those without one are left pale. The table behind it says each value. */
export function MunicipalityMap({ label, shades, format, onChoose }: MunicipalityMapProps) {
  const { t } = useText();
  const { data } = useMunicipalities();
  const drawn = useMemo(() => data && draw(data), [data]);
  if (!drawn) return <Waiting lines={12} />;
  const values = new Map(shades.map(({ code, value }) => [code, value]));
  const bounds = boundsOf([...values.values()]);
  return (
    <div className="map">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className="chart">
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

function draw(collection: GeoJSON.FeatureCollection) {
  const features = (collection.features as Feature[]).map(turned);
  // Sweden's own projection: SWEREF 99 TM has its middle at 15° east.
  const projection = geoTransverseMercator()
    .rotate([-15, 0])
    .fitSize([WIDTH, HEIGHT], { type: 'FeatureCollection', features });
  const path = geoPath(projection).digits(1);
  return features.map((feature) => ({
    code: String(feature.id),
    name: feature.properties.name,
    path: path(feature) ?? '',
  }));
}

type Rings = GeoJSON.Position[][];
const reversed = (rings: Rings): Rings => rings.map((ring) => ring.toReversed());

/** GeoJSON (RFC 7946) walks an outline one way round, d3-geo the other: unturned, a municipality would be all of the Earth but itself. */
function turned(feature: Feature): Feature {
  const { geometry } = feature;
  return geometry.type === 'Polygon'
    ? { ...feature, geometry: { ...geometry, coordinates: reversed(geometry.coordinates) } }
    : { ...feature, geometry: { ...geometry, coordinates: geometry.coordinates.map(reversed) } };
}
