import { PROOFS } from '#domain/reports/evidence-demand';
import { findingText, hasText } from '#text';

const words = (list: string) => list.trim().split(/\s+/);

describe('every code of reports has a text', () => {
  test.each([
    ...words(`notSieType4 sieLineUnreadable csvLineUnreadable accountingColumnsMissing accountingDateInvalid
      accountingAmountInvalid accountInvalid objectsInvalid rowOutsideVerification braceUnexpected verificationNotClosed
      verificationUnbalanced accountNotMapped accountedOutsideYears accountedSumNegative accountedSumTooLarge
      accountingOfAnother accountingNothingCounted sampleTooLarge
      evidenceAccepted.met evidenceAccepted.notMet settlement.met settlement.notMet`).map(
      (code) => `finding.${code}`,
    ),
    ...words(
      `notFile notForm notDigits accountRangeBackwards accountRangeTwice accountingNotText accountingEmpty`,
    ).map((code) => `problem.${code}`),
    ...words(`unclosedQuote unclosedBrace strayCharacter strayQuote recordTooLong noLabel`).map(
      (code) => `fileFault.${code}`,
    ),
    ...PROOFS.map((code) => `proof.${code}`),
  ])('%s', (code) => expect(hasText(code)).toBe(true));
});

test('a fault of a line is told with the line', () => {
  const data = { line: 7, fault: 'unclosedQuote' };
  expect(findingText('sv', { code: 'sieLineUnreadable', outcome: 'notMet', data })).toBe(
    'Rad 7 går inte att läsa: ett citattecken saknar avslutning.',
  );
});

test('a settlement tells how it was rounded', () => {
  const sums = {
    granted: 900,
    paid: 900,
    costs: 999,
    percent: 90,
    ceiling: 899,
    entitled: 899,
    repay: 1,
    unused: 0,
  };
  const told = findingText('sv', { code: 'settlement', outcome: 'notMet', data: { year: 2027, ...sums } });
  expect(told.replaceAll('\u00a0', ' ')).toBe(
    'För år 2027 är kostnaderna 999 kr. Bidraget får täcka 90 % av dem, 899 kr avrundat nedåt till hela kronor, och högst det beviljade, 900 kr. Rätt till bidrag: 899 kr. Utbetalt: 900 kr. Att betala tillbaka: 1 kr. Outnyttjat: 0 kr.',
  );
});
