import type { ProblemFinding } from '../api/problem.js';

export interface Giver {
  decisionId: string;
  registryNumber: string;
  organisation: string;
  /** Whole kronor, as `gives`. */
  reserved: number;
  unpaid: number;
  gives: number;
}

export interface Gives {
  source: 'appropriation' | 'commitmentLimit';
  missing: number;
  /** What is missing when everybody has given all. */
  short: number;
  rows: Giver[];
}

/** Who would have to give for a fund to be lowered as far as was asked: told with a `loweredBelowBound`. */
export function givesOf(findings: readonly ProblemFinding[]): Gives[] {
  return findings
    .filter(({ code }) => code === 'loweredBelowBound')
    .map(({ data }) => {
      const { source, missing, short, gives } = data as unknown as Omit<Gives, 'rows'> & {
        gives: (Omit<Giver, 'organisation'> & { organisation: { name: string } })[];
      };
      return {
        source,
        missing,
        short,
        rows: gives.map((row) => ({ ...row, organisation: row.organisation.name })),
      };
    });
}
