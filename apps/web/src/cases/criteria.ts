/** What every application of a call is weighed by (2018:151 6 §, and what the calls themselves ask for). */
export const CRITERIA = ['longTerm', 'crossSector', 'goals', 'followUp'] as const;

/** 0: not at all; 4: fully. */
export const SCORES = [0, 1, 2, 3, 4] as const;
