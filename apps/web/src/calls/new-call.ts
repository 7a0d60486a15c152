import type { Step } from '#domain/regulations/rule';

/** A call as the form has it. */
export interface CallValues {
  programmeCode: string;
  title: string;
  step: Step | '';
  opensOn: string;
  closesOn: string;
  budget: { year: number | string; amount: number | string | null }[];
  appropriationCode: string;
}

/**
 * As it is sent: the years are those that have a row, and those with money have a budget. `kept` says where each sent
 * budget stands among the rows. What is no year or sum is sent as it was typed, for the server to say what is wrong with it.
 */
export function sentCall({ step, budget, ...rest }: CallValues) {
  const rows = budget.map(({ year, amount }) => ({ year: yearOf(year), amount }));
  const kept = rows.flatMap(({ amount }, place) => (amount === null || amount === '' ? [] : [place]));
  return {
    body: {
      ...rest,
      step: step === '' ? null : step,
      years: rows.map(({ year }) => year),
      budget: kept.map((place) => rows[place]!),
    },
    kept,
  };
}

const yearOf = (typed: number | string) => {
  const bare = String(typed).trim();
  return /^\d+$/.test(bare) ? Number(bare) : bare;
};

/** Where the form has what a refusal tells of: a year is a row's, and a budget has rows without money before it. */
export function placeInForm(path: string, kept: readonly number[]): string {
  return path
    .replace(/^years\[(\d+)\].*$/, (_, place: string) => `budget[${place}].year`)
    .replace(/^budget\[(\d+)\](.*)$/, (all, place: string, rest: string) =>
      path.startsWith('years') ? all : `budget[${kept[Number(place)] ?? place}]${rest}`,
    );
}
