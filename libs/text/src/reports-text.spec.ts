import { PROOFS } from '#domain/reports/evidence-demand';
import { findingText, hasText } from '#text';

const words = (list: string) => list.trim().split(/\s+/);

describe('every code of reports has a text', () => {
  test.each([
    ...words(`notSieType4 sieLineUnreadable csvLineUnreadable accountingColumnsMissing accountingDateInvalid
      accountingAmountInvalid accountInvalid objectsInvalid rowOutsideVerification braceUnexpected verificationNotClosed
      verificationUnbalanced accountNotMapped accountedOutsideYears accountedSumNegative accountedSumTooLarge
      accountingOfAnother accountingNothingCounted sampleTooLarge
      evidenceAccepted.met evidenceAccepted.notMet`).map((code) => `finding.${code}`),
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
