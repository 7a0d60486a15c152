/** Segregation measures and what rules say of them. */
export const measures = {
  'measure.areaType12Share': 'Andel i områdestyp 1 och 2',
  'measure.inequalityIndex': 'Ojämlikhetsindex',
  'measureFormula.areaType12Share':
    'Antalet invånare i RegSO av områdestyp 1 och 2, delat med alla invånare i kommunen. Närmevärde: antalet DeSO av typ 1 och 2, delat med alla DeSO.',
  'measureFormula.inequalityIndex': 'Värdet läses in så som det är publicerat och räknas inte om i Medel.',
  'measureUnit.share': 'Andel',
  'measureUnit.index': 'Index',
  'direction.higherIsMore': 'Ett högre värde betyder mer segregation',
  'direction.lowerIsMore': 'Ett lägre värde betyder mer segregation',
  'quality.official': 'Officiellt värde',
  'quality.computed': 'Beräknat värde',
  'quality.proxy': 'Närmevärde',
  'combine.any': 'Minst ett av segregationsmåtten',
  'combine.all': 'Alla segregationsmåtten',
  'deviation.population': 'Standardavvikelse för hela populationen',
  'deviation.sample': 'Standardavvikelse för ett urval',
} as const;
