import type { MeasureDefinition } from '#domain/measures/definitions';
import { toNfc } from '#domain/shared/nfc';
import type { MeasureChoice } from './import-mapping.js';

/** A measure as a file names it. */
export interface Chosen {
  choice: MeasureChoice;
  /** Position among the measures that exist. */
  index: number;
  isShare: boolean;
  /** Counts something: persons, areas, kronor. */
  isWhole: boolean;
}

/** The words that name a measure: those of the mapping, and our own codes where the mapping says nothing else of them. */
export class MeasureWords {
  /** Those of the mapping, in its order. */
  readonly chosen: readonly Chosen[];
  private readonly byWord = new Map<string, Chosen[]>();

  constructor(measures: readonly MeasureDefinition[], choices: readonly MeasureChoice[]) {
    const position = new Map(measures.map(({ code }, index) => [code, index]));
    const toChosen = (choice: MeasureChoice): Chosen[] => {
      const index = position.get(choice.measure);
      if (index === undefined) return [];
      const unit: string = measures[index]!.unit;
      return [{ choice, index, isShare: unit === 'share', isWhole: WHOLE_UNITS.has(unit) }];
    };
    this.chosen = choices.flatMap(toChosen);
    for (const each of this.chosen) this.add(each.choice.code ?? each.choice.measure, each);
    for (const { code } of measures)
      if (!this.byWord.has(code.toLowerCase()))
        for (const each of toChosen({ measure: code, code, gender: 'T', where: {}, percent: false }))
          this.add(code, each);
  }

  /** Several when the same contents is more than one measure, by gender or by other dimensions. */
  find(word: string): readonly Chosen[] {
    // As most files write them, millions of times.
    return this.byWord.get(word) ?? this.byWord.get(toNfc(word.trim()).toLowerCase()) ?? [];
  }

  private add(word: string, chosen: Chosen): void {
    const key = word.trim().toLowerCase();
    const all = [...(this.byWord.get(key) ?? []), chosen];
    this.byWord.set(key, all).set(word, all);
  }
}

const WHOLE_UNITS = new Set(['persons', 'inhabitants', 'count', 'areas', 'kronor']);
