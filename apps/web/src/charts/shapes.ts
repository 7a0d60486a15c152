import { useQuery } from '@tanstack/react-query';
import { geoPath, geoTransverseMercator } from 'd3-geo';
import municipalitiesUrl from '../../../../data/municipalities.geojson?url';

type Feature = GeoJSON.Feature<GeoJSON.MultiPolygon | GeoJSON.Polygon, { name: string }>;

/** The shapes are fetched when the first map is shown, and kept. */
export const useMunicipalities = () =>
  useQuery({
    queryKey: ['municipalities'],
    queryFn: () =>
      fetch(municipalitiesUrl).then((answer) => answer.json() as Promise<GeoJSON.FeatureCollection>),
    staleTime: Infinity,
  });

/** Each municipality as the path of an SVG of this size, which they fill: all of them, or the one with the code. */
export function drawShapes(
  collection: GeoJSON.FeatureCollection,
  size: [width: number, height: number],
  code?: string,
) {
  const features = (collection.features as Feature[])
    .filter(({ id }) => code === undefined || String(id) === code)
    .map(turned);
  // Sweden's own projection: SWEREF 99 TM has its middle at 15° east.
  const projection = geoTransverseMercator()
    .rotate([-15, 0])
    .fitSize(size, { type: 'FeatureCollection', features });
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
