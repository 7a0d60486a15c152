import type { YearAmount } from '#domain/shared/money';

interface Balances {
  allocated: number;
  available: number;
}

export interface Fund extends Balances {
  id: string;
  code: string;
  name: string;
  year: number;
  commitmentLimit: Balances;
}

/** What a proposal takes of a fund: whole kronor. `after` below 0 is what is missing. */
export interface Drawn {
  fund: 'appropriation' | 'commitmentLimit';
  available: number;
  drawn: number;
  after: number;
}

/** The appropriation of the first granted year, or the last before it: its commitment limit then carries the promise. */
export function fundFor<F extends Fund>(
  funds: readonly F[],
  code: string,
  years: readonly number[],
): F | undefined {
  const first = Math.min(...years);
  const before = funds.filter((fund) => fund.code === code && fund.year <= first);
  return before.sort((a, b) => a.year - b.year).at(-1);
}

/** Years up to the appropriation's own are drawn from it; later ones from its commitment limit. */
export function drawnFrom(fund: Fund, years: readonly YearAmount[]): Drawn[] {
  const sum = (of: readonly YearAmount[]) => of.reduce((total, { amount }) => total + amount, 0);
  const line = (name: Drawn['fund'], { available }: Balances, drawn: number): Drawn => ({
    fund: name,
    available,
    drawn,
    after: available - drawn,
  });
  return [
    line('appropriation', fund, sum(years.filter(({ year }) => year <= fund.year))),
    line('commitmentLimit', fund.commitmentLimit, sum(years.filter(({ year }) => year > fund.year))),
  ];
}
