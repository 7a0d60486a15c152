export interface MeasureDefinition {
  code: string;
  name: { sv: string; en: string };
  /** `share` is 0–1. `nats` are units of information with the natural logarithm. `index` has the scale of its source. */
  unit: 'share' | 'index' | 'nats';
  formula: string;
  source: string;
  /** Whether a high value tells of more segregation. `neither`: it describes the population, not how it is spread. */
  direction: 'higherIsMore' | 'lowerIsMore' | 'neither';
}
