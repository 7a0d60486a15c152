/** Segregation measures and what rules say of them. */
export const measures = {
  'measure.areaType12Share': 'Andel i områdestyp 1 och 2',
  'measure.inequalityIndex': 'Ojämlikhetsindex',
  'measure.dissimilarity': 'Dissimilaritetsindex',
  'measure.isolation': 'Isoleringsindex',
  'measure.exposure': 'Exponeringsindex',
  'measure.correlationRatio': 'Korrelationskvot',
  'measure.gini': 'Ginikoefficient',
  'measure.atkinson': 'Atkinsonindex',
  'measure.entropy': 'Entropi',
  'measure.mutualInformation': 'Ömsesidig information',
  'measure.informationTheoryIndex': 'Informationsteoretiskt index',
  'measureFormula.areaType12Share':
    'Antalet invånare i RegSO av områdestyp 1 och 2, delat med alla invånare i kommunen. Närmevärde: antalet DeSO av typ 1 och 2, delat med alla DeSO.',
  'measureFormula.inequalityIndex': 'Värdet läses in så som det är publicerat och räknas inte om i Medel.',
  'measureFormula.dissimilarity':
    'Den andel av en grupp som skulle behöva flytta för att båda grupperna ska vara lika fördelade över områdena: halva summan av skillnaderna mellan gruppernas andelar i varje område.',
  'measureFormula.isolation':
    'Gruppens genomsnittliga andel av invånarna i de områden där gruppens medlemmar bor.',
  'measureFormula.exposure':
    'Den andra gruppens genomsnittliga andel av invånarna i de områden där den första gruppens medlemmar bor.',
  'measureFormula.correlationRatio':
    'Isoleringsindex med avdrag för gruppens andel av befolkningen, delat med resten av befolkningens andel.',
  'measureFormula.gini':
    'Den genomsnittliga skillnaden i sammansättning mellan två områden, i förhållande till fullständig segregation.',
  'measureFormula.atkinson':
    'Avståndet från jämn fördelning, där parametern 0,5 ger lika vikt åt områden där gruppen är liten och områden där den är stor.',
  'measureFormula.entropy':
    'Hur blandad hela befolkningen är: summan över grupperna av gruppens andel gånger minus dess naturliga logaritm.',
  'measureFormula.mutualInformation':
    'Hela befolkningens entropi minus områdenas entropi, vägd med antalet invånare.',
  'measureFormula.informationTheoryIndex': 'Ömsesidig information delad med hela befolkningens entropi.',
  'measureUnit.share': 'Andel',
  'measureUnit.index': 'Index',
  'measureUnit.nats': 'Nats (naturlig logaritm)',
  'direction.higherIsMore': 'Ett högre värde betyder mer segregation',
  'direction.lowerIsMore': 'Ett lägre värde betyder mer segregation',
  'direction.neither': 'Värdet beskriver befolkningen, inte hur den är fördelad',
  'quality.official': 'Officiellt värde',
  'quality.computed': 'Beräknat värde',
  'quality.proxy': 'Närmevärde',
  'combine.any': 'Minst ett av segregationsmåtten',
  'combine.all': 'Alla segregationsmåtten',
  'deviation.population': 'Standardavvikelse för hela populationen',
  'deviation.sample': 'Standardavvikelse för ett urval',
  'weights.none': 'Varje kommun räknas lika',
  'weights.population': 'Kommunerna vägs efter antalet invånare',
} as const;
