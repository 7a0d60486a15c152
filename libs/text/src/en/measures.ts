import type { measures as sv } from '../sv/measures.js';

export const measures: Record<keyof typeof sv, string> = {
  'measure.areaType12Share': 'Share in area types 1 and 2',
  'measure.inequalityIndex': 'Inequality index',
  'measureFormula.areaType12Share':
    'The number of inhabitants in RegSO of area types 1 and 2, divided by all inhabitants of the municipality. Proxy: the number of DeSO of types 1 and 2, divided by all DeSO.',
  'measureFormula.inequalityIndex': 'The value is read as published and is not computed again in Medel.',
  'measureUnit.share': 'Share',
  'measureUnit.index': 'Index',
  'direction.higherIsMore': 'A higher value means more segregation',
  'direction.lowerIsMore': 'A lower value means more segregation',
  'quality.official': 'Official value',
  'quality.computed': 'Computed value',
  'quality.proxy': 'Proxy',
  'combine.any': 'At least one of the segregation measures',
  'combine.all': 'All of the segregation measures',
  'deviation.population': 'Standard deviation of the whole population',
  'deviation.sample': 'Standard deviation of a sample',
};
