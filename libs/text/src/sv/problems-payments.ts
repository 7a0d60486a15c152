/** What is wrong with accounts, orders to the bank and what the bank says. */
export const paymentProblems = {
  'problem.notBankgiro':
    'Det är inget bankgironummer. Kontrollera siffrorna: det har sju eller åtta, och den sista är en kontrollsiffra.',
  'problem.notPlusgiro':
    'Det är inget plusgironummer. Kontrollera siffrorna: det har två till åtta, och den sista är en kontrollsiffra.',
  'problem.notIban': 'Det är inget kontonummer i IBAN-format från ett land i Sepa. Kontrollera tecknen.',
  'problem.notBic': 'Det är ingen BIC. Den har åtta eller elva tecken.',
  'problem.bicOfOtherCountry': 'BIC och IBAN är från olika länder. Kontrollera båda.',
  'problem.bicWithGiro': 'Ett gironummer har ingen BIC. Ta bort den.',
  'problem.unknownPayment': 'Utbetalningen finns inte. Välj en ur listan över utbetalningar.',
  'problem.paymentInFile': 'Utbetalningen {paymentId} finns redan i betalfilen {paymentFileId}.',
  'problem.paymentNotAttested':
    'Utbetalningen {paymentId} är inte attesterad. Den har status {status:status.payment}.',
  'problem.paymentOfInterest':
    'Du har anmält jäv i ärendet som utbetalningen {paymentId} hör till. Ta bort den eller låt en kollega beställa filen.',
  'problem.unknownCondition': 'Beslutet har {max} villkor. Ange numret på ett av dem.',
  'problem.xmlDoctype':
    'Filen har en dokumenttyp (DOCTYPE) och tas inte emot. Skicka filen som banken gjorde den.',
  'problem.xmlNotWellFormed':
    'Filen går inte att läsa som XML.[ Felet finns på rad {line}.] Hämta den på nytt från banken och skicka den igen.',
  'problem.xmlNotUtf8': 'Filen är inte i UTF-8. Spara den i UTF-8 och skicka den igen.',
  'problem.xmlTooManyAttributes': 'Ett element i filen har för många attribut. Det får ha högst {max}.',
  'problem.xmlTooDeep': 'Filen har för många nivåer. Den får ha högst {max}.',
  'problem.xmlTooLong': 'Filen har för många delar. Den får ha högst {max}.',
  'problem.notSettlementMessage':
    'Filen är inget besked från banken som kan läsas in. Skicka camt.054 eller pain.002.',
} as const;
