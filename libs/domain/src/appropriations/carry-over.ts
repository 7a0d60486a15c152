import type { Programme } from '../regulations/programme.js';
import type { Finding } from '../shared/finding.js';
import type { Kronor } from '../shared/money.js';

export interface CarryOverFacts {
  appropriation: { code: string; year: number };
  /** The programmes that the appropriation pays for, by its calls. */
  programmes: readonly Pick<Programme, 'code' | 'carryOver'>[];
  /** The next year is appropriated. */
  isNextAppropriated: boolean;
}

/**
 * Unused money (what no proposal and no decision holds) goes to the next year where every programme that it is meant for
 * allows it, and there is an appropriation to take it. Where a programme does not say, it stays.
 */
export function checkCarryOver({ appropriation, programmes, isNextAppropriated }: CarryOverFacts): Finding[] {
  const { code, year } = appropriation;
  const refusing = programmes.filter(({ carryOver }) => carryOver !== 'allowed').map((each) => each.code);
  const finding = (named: string, data: Record<string, unknown>): Finding => ({
    code: named,
    outcome: 'notMet',
    citation: null,
    data,
  });
  return [
    ...(programmes.length === 0 || refusing.length > 0
      ? [finding('carryOverNotAllowed', { appropriationCode: code, year, programmes: refusing })]
      : []),
    ...(isNextAppropriated
      ? []
      : [finding('nextYearNotAppropriated', { appropriationCode: code, year: year + 1 })]),
  ];
}

/** A `budgetExceeded` where more is to be carried than is unused, whole kronor; nothing when it suffices. */
export function checkUnused({
  year,
  available,
  amount,
}: {
  year: number;
  available: Kronor;
  amount: Kronor;
}): Finding[] {
  if (amount <= available) return [];
  const data = { source: 'appropriation', year, requested: amount, available, missing: amount - available };
  return [{ code: 'budgetExceeded', outcome: 'notMet', citation: null, data }];
}
