import type { measures as sv } from '../sv/measures.js';

export const measures: Record<keyof typeof sv, string> = {
  'measure.areaType12Share': 'Share in area types 1 and 2',
  'measure.inequalityIndex': 'Inequality index',
  'measure.dissimilarity': 'Dissimilarity index',
  'measure.isolation': 'Isolation index',
  'measure.exposure': 'Exposure index',
  'measure.correlationRatio': 'Correlation ratio',
  'measure.gini': 'Gini coefficient',
  'measure.atkinson': 'Atkinson index',
  'measure.entropy': 'Entropy',
  'measure.mutualInformation': 'Mutual information',
  'measure.informationTheoryIndex': 'Information theory index',
  'measureFormula.areaType12Share':
    'The number of inhabitants in RegSO of area types 1 and 2, divided by all inhabitants of the municipality. Proxy: the number of DeSO of types 1 and 2, divided by all DeSO.',
  'measureFormula.inequalityIndex': 'The value is read as published and is not computed again in Medel.',
  'measureFormula.dissimilarity':
    'The share of a group that would have to move for both groups to be spread alike over the areas: half the sum of the differences between the groups’ shares in each area.',
  'measureFormula.isolation':
    'The group’s mean share of the inhabitants in the areas where the members of the group live.',
  'measureFormula.exposure':
    'The other group’s mean share of the inhabitants in the areas where the members of the first group live.',
  'measureFormula.correlationRatio':
    'The isolation index less the group’s share of the population, divided by the share of the rest.',
  'measureFormula.gini':
    'The mean difference in composition between two areas, relative to complete segregation.',
  'measureFormula.atkinson':
    'The distance from an even spread, where the parameter 0.5 gives the same weight to areas where the group is small and areas where it is large.',
  'measureFormula.entropy':
    'How mixed the whole population is: the sum over groups of the group’s share times minus its natural logarithm.',
  'measureFormula.mutualInformation':
    'The entropy of the whole population less the entropy of the areas, weighed by their inhabitants.',
  'measureFormula.informationTheoryIndex':
    'Mutual information divided by the entropy of the whole population.',
  'measureUnit.share': 'Share',
  'measureUnit.index': 'Index',
  'measureUnit.nats': 'Nats (natural logarithm)',
  'direction.higherIsMore': 'A higher value means more segregation',
  'direction.lowerIsMore': 'A lower value means more segregation',
  'direction.neither': 'The value describes the population, not how it is spread',
  'quality.official': 'Official value',
  'quality.computed': 'Computed value',
  'quality.proxy': 'Proxy',
  'combine.any': 'At least one of the segregation measures',
  'combine.all': 'All of the segregation measures',
  'deviation.population': 'Standard deviation of the whole population',
  'deviation.sample': 'Standard deviation of a sample',
  'weights.none': 'Every municipality counts the same',
  'weights.population': 'Municipalities are weighed by their inhabitants',
};
