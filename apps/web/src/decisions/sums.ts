import type { Schemas } from '../api/client.js';

type Decision = Pick<Schemas['DecisionDetail'], 'years' | 'requested' | 'difference' | 'status'>;
type Balances = Schemas['Balances'];

export interface YearSum {
  year: number;
  /** Kronor; `null` where nothing was applied for. */
  requested: number | null;
  /** Kronor; `null` where nothing is granted. */
  granted: number | null;
  /** granted − requested, kronor. */
  deviation: number;
  status: string | null;
  lapseReason: string | null;
}

/** What was applied for beside what is granted, year by year. */
export function yearSums({ years, requested }: Pick<Decision, 'years' | 'requested'>): YearSum[] {
  const all = new Set([...requested, ...years].map((row) => row.year));
  return [...all]
    .sort((a, b) => a - b)
    .map((year) => {
      const asked = requested.find((row) => row.year === year)?.amount ?? null;
      const row = years.find((each) => each.year === year);
      const granted = row?.amount ?? null;
      return {
        year,
        requested: asked,
        granted,
        deviation: (granted ?? 0) - (asked ?? 0),
        status: row?.status ?? null,
        lapseReason: row?.lapseReason ?? null,
      };
    });
}

export const totalOf = (rows: readonly { amount: number }[]): number =>
  rows.reduce((sum, row) => sum + row.amount, 0);

/** What is granted, kronor: a year that lapsed is not to be. */
export const grantedOf = (years: readonly { amount: number; status: string }[]): number =>
  totalOf(years.filter((row) => row.status !== 'lapsed'));

export interface FundEffect {
  fund: 'appropriation' | 'commitmentLimit';
  /** What the decision binds of it more than before, kronor; negative when it lets go. */
  change: number;
  before: Balances;
  after: Balances;
}

/**
 * What approving a proposal makes of the appropriation it was held against. The money is reserved since the proposal was
 * made: it becomes committed, and what is left to propose stays. An amendment moves only what it changes, and what it takes
 * away is free again. Years after the appropriation's own are carried by its commitment limit.
 */
export function fundEffects(
  appropriation: Balances & { year: number; commitmentLimit: Balances },
  { years, difference }: Pick<Decision, 'years' | 'difference'>,
): FundEffect[] {
  const changes = difference
    ? difference.years.map(({ year, change }) => ({ year, change }))
    : years.map(({ year, amount }) => ({ year, change: amount }));
  const funds = [
    {
      fund: 'appropriation' as const,
      before: appropriation,
      holds: (year: number) => year <= appropriation.year,
    },
    {
      fund: 'commitmentLimit' as const,
      before: appropriation.commitmentLimit,
      holds: (year: number) => year > appropriation.year,
    },
  ];
  return funds.flatMap(({ fund, before, holds }) => {
    const own = changes.filter((row) => holds(row.year)).map((row) => row.change);
    const more = own.filter((change) => change > 0).reduce((sum, change) => sum + change, 0);
    const less = own.filter((change) => change < 0).reduce((sum, change) => sum - change, 0);
    if (more === 0 && less === 0) return [];
    const after = {
      ...before,
      reserved: before.reserved - more,
      committed: before.committed + more - less,
      available: before.available + less,
    };
    return [{ fund, change: more - less, before, after }];
  });
}
