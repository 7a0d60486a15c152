import type { Finding } from '../shared/finding.js';
import type { LocalDate } from '../shared/local-date.js';
import { sumByYear, sumKronor, type Kronor, type YearAmount } from '../shared/money.js';

const found = (code: string, path: string, data: Record<string, unknown>): Finding => ({
  code,
  outcome: 'notMet',
  citation: null,
  path,
  data,
});

/**
 * A claim is more than nothing, its years sum to it, and of no year more is demanded than was paid out and is not
 * demanded already. Kronor.
 */
export function checkClaim(
  claim: { amount: Kronor; years: readonly YearAmount[] },
  recoverable: readonly YearAmount[],
): Finding[] {
  const sum = sumKronor(claim.years.map((row) => row.amount));
  const most = sumKronor(recoverable.map((row) => row.amount));
  if (claim.amount === 0) return [found('nothingClaimed', 'amount', {})];
  if (claim.amount > most)
    return [found('moreThanPaid', 'amount', { amount: claim.amount, recoverable: most })];
  const tooMuch = [...sumByYear(claim.years)].flatMap(([year, amount]) => {
    const available = recoverable.find((row) => row.year === year)?.amount ?? 0;
    return amount > available
      ? [found('moreThanPaidOfYear', 'years', { year, amount, recoverable: available })]
      : [];
  });
  return [
    ...(sum === claim.amount ? [] : [found('claimYears', 'years', { sum, amount: claim.amount })]),
    ...tooMuch,
  ];
}

/** Förvaltningslagen 25 §: a party is told of what a decision will rest on and given time to answer before it is taken. */
const COMMUNICATION = { sfs: '2017:900', section: '25 §', wordingFrom: '2018-07-01' } as const;

/**
 * Nothing is decided against a recipient who may still answer: until it has answered, or the last day for it has passed.
 * `withoutAnswer` is why the time is not waited for, where the law lets it be.
 */
export function checkHeard(recovery: {
  answerBy: LocalDate;
  hasAnswered: boolean;
  today: LocalDate;
  withoutAnswer: string | null;
}): Finding[] {
  const { answerBy, hasAnswered, today, withoutAnswer } = recovery;
  if (hasAnswered || today > answerBy || withoutAnswer !== null) return [];
  return [{ code: 'mayStillAnswer', outcome: 'notMet', citation: COMMUNICATION, data: { answerBy, today } }];
}
