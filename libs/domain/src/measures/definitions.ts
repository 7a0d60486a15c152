import { computedMeasures } from './computed-measures.js';
import type { MeasureDefinition } from './measure-definition.js';

export type { MeasureDefinition };

/** The segregation measures that rules may name. A measure without loaded values is known, and its findings need judgement. */
export const measures: readonly MeasureDefinition[] = [
  {
    code: 'areaType12Share',
    name: { sv: 'Andel i områdestyp 1 och 2', en: 'Share in area types 1 and 2' },
    unit: 'share',
    formula:
      'inhabitants of RegSO of area types 1 and 2 ÷ all inhabitants; proxy: DeSO of types 1 and 2 ÷ all DeSO',
    source: 'Segregationsbarometern (SCB, Boverket)',
    direction: 'higherIsMore',
  },
  {
    code: 'inequalityIndex',
    name: { sv: 'Ojämlikhetsindex', en: 'Inequality index' },
    unit: 'index',
    formula: 'imported as published, never recomputed here',
    source: 'Segregationsbarometern (Boverket)',
    direction: 'higherIsMore',
  },
  ...computedMeasures,
];
