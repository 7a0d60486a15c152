import type { MeasureDefinition } from './measure-definition.js';
import type { SegregationCode } from './segregation.js';

/**
 * The measures that are computed from counts by area and group. In the formulas xᵢ and yᵢ are the persons of the two groups
 * in area i, tᵢ all persons there, X, Y, T the totals, pᵢ = xᵢ/tᵢ, P = X/T.
 */
export const computedMeasures: readonly (MeasureDefinition & { code: SegregationCode })[] = [
  {
    code: 'dissimilarity',
    name: { sv: 'Dissimilaritetsindex', en: 'Dissimilarity index' },
    unit: 'share',
    formula: 'D = ½ Σ |xᵢ/X − yᵢ/Y|',
    source: 'Duncan & Duncan 1955',
    direction: 'higherIsMore',
  },
  {
    code: 'isolation',
    name: { sv: 'Isoleringsindex', en: 'Isolation index' },
    unit: 'share',
    formula: 'xPx = Σ (xᵢ/X)(xᵢ/tᵢ)',
    source: 'Bell 1954',
    direction: 'higherIsMore',
  },
  {
    code: 'exposure',
    name: { sv: 'Exponeringsindex', en: 'Exposure index' },
    unit: 'share',
    formula: 'xPy = Σ (xᵢ/X)(yᵢ/tᵢ)',
    source: 'Bell 1954',
    direction: 'lowerIsMore',
  },
  {
    code: 'correlationRatio',
    name: { sv: 'Korrelationskvot', en: 'Correlation ratio' },
    unit: 'share',
    formula: 'V = (xPx − P) ÷ (1 − P)',
    source: 'Bell 1954; Massey & Denton 1988',
    direction: 'higherIsMore',
  },
  {
    code: 'gini',
    name: { sv: 'Ginikoefficient', en: 'Gini coefficient' },
    unit: 'share',
    formula: 'Σᵢ Σⱼ tᵢtⱼ|pᵢ − pⱼ| ÷ 2T²P(1 − P)',
    source: 'Massey & Denton 1988',
    direction: 'higherIsMore',
  },
  {
    code: 'atkinson',
    name: { sv: 'Atkinsonindex', en: 'Atkinson index' },
    unit: 'share',
    formula: '1 − P/(1 − P) · |Σ (1 − pᵢ)^(1−b) pᵢ^b tᵢ ÷ PT|^(1/(1−b)), b = 0.5',
    source: 'Atkinson 1970; Massey & Denton 1988',
    direction: 'higherIsMore',
  },
  {
    code: 'entropy',
    name: { sv: 'Entropi', en: 'Entropy' },
    unit: 'nats',
    formula: 'E = −Σ π ln π over the groups’ shares π of the population',
    source: 'Theil & Finizza 1971',
    direction: 'neither',
  },
  {
    code: 'mutualInformation',
    name: { sv: 'Ömsesidig information', en: 'Mutual information' },
    unit: 'nats',
    formula: 'M = Σ (tᵢ/T)(E − Eᵢ)',
    source: 'Theil & Finizza 1971; Mora & Ruiz-Castillo 2011',
    direction: 'higherIsMore',
  },
  {
    code: 'informationTheoryIndex',
    name: { sv: 'Informationsteoretiskt index', en: 'Information theory index' },
    unit: 'share',
    formula: 'H = M ÷ E',
    source: 'Theil & Finizza 1971',
    direction: 'higherIsMore',
  },
];
