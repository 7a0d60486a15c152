/** Books that a report is taken from, samples of reports, and what a reported year came to. */
export const reports = {
  'problem.notDigits': 'Skriv ett kontonummer med 1 till {max} siffror.',
  'problem.accountRangeBackwards': 'Kontointervallet slutar före sitt första konto. Byt plats på kontona.',
  'problem.accountRangeTwice':
    'Några av kontona finns redan i ett annat intervall. Låt varje konto höra till ett.',
  'problem.accountingNotText':
    'Filen går inte att läsa som text[ i {encoding}]. Spara den som text och skicka den igen.',
  'problem.accountingEmpty': 'Filen har inga bokförda rader. Kontrollera att det är rätt fil.',

  'fileFault.unclosedQuote': 'ett citattecken saknar avslutning',
  'fileFault.unclosedBrace': 'en klammer saknar avslutning',
  'fileFault.strayCharacter': 'det står något mellan två fält',
  'fileFault.strayQuote': 'det står något efter ett citattecken',
  'fileFault.recordTooLong': 'raden är för lång',
  'fileFault.noLabel': 'raden börjar inte med en etikett',

  'finding.notSieType4':
    'Filen behöver vara av typen SIE 4, med alla verifikationer.[ Den är av typ {type}.]',
  'finding.sieLineUnreadable': 'Rad {line} går inte att läsa: {fault:fileFault}.',
  'finding.csvLineUnreadable': 'Rad {line} går inte att läsa: {fault:fileFault}.',
  'finding.accountingColumnsMissing':
    'Listan behöver ha kolumner för datum, konto och belopp. Det saknas: {missing:accountingColumn}.',
  'finding.accountingDateInvalid': 'Rad {line} behöver ett datum som finns.[ Där står {date}.]',
  'finding.accountingAmountInvalid':
    'Rad {line} behöver ett belopp med högst två decimaler, högst en miljard kronor.[ Där står {amount}.]',
  'finding.accountInvalid': 'Rad {line} behöver ett kontonummer med bara siffror.[ Där står {account}.]',
  'finding.objectsInvalid': 'Rad {line} behöver objekt i par av dimension och objekt, inom klamrar.',
  'finding.rowOutsideVerification': 'Raden {line} står utanför en verifikation.',
  'finding.braceUnexpected': 'På rad {line} står en klammer som inte hör till någon verifikation.',
  'finding.verificationNotClosed': 'Verifikation {verification} på rad {line} saknar avslutande klammer.',
  'finding.verificationUnbalanced':
    'Verifikation {verification} på rad {line} balanserar inte. Skillnaden är {difference} kr.',
  'finding.accountNotMapped':
    'Konto {account} på rad {line} hör inte till något kostnadsslag. Ange vilket, eller att kontot inte räknas.',
  'finding.accountedOutsideYears':
    'Redovisningen avser {reportYears}, men rad {line} är bokförd {date}. Ta bort raden, eller räkna bara projektets rader.',
  'finding.accountedSumNegative':
    'Kostnaderna för {kind:costKind} {year} blir mindre än noll: {amount:kr}. Kontrollera vilka konton som räknas.',
  'finding.accountedSumTooLarge':
    'Kostnaderna för {kind:costKind} {year} är större än tusen miljarder kronor.',
  'finding.accountingOfAnother':
    'Filen är från organisationsnummer {companyNumber}, men redovisningen är från {organisationNumber}.',
  'finding.accountingNothingCounted':
    'Ingen av filens {rows} rader räknas som kostnad. Kontrollera konton och projekt.',

  'finding.settlement.met':
    'För {year:year} är kostnaderna {costs:kr}. [Bidraget får täcka {percent:percent} av dem, ]{ceiling:kr} avrundat nedåt till hela kronor, och högst det beviljade, {granted:kr}. Rätt till bidrag: {entitled:kr}. Utbetalt: {paid:kr}. Inget ska betalas tillbaka. Outnyttjat: {unused:kr}.',
  'finding.settlement.notMet':
    'För {year:year} är kostnaderna {costs:kr}. [Bidraget får täcka {percent:percent} av dem, ]{ceiling:kr} avrundat nedåt till hela kronor, och högst det beviljade, {granted:kr}. Rätt till bidrag: {entitled:kr}. Utbetalt: {paid:kr}. Att betala tillbaka: {repay:kr}. Outnyttjat: {unused:kr}.',

  'proof.ledger': 'Huvudbok för projektet',
  'proof.invoices': 'Fakturor',
  'proof.payroll': 'Lönespecifikationer och tidsredovisning',
  'proof.coFinancing': 'Intyg om medfinansiering',
  'proof.results': 'Underlag för resultat',
  'finding.evidenceAccepted.met': 'Det begärda underlaget är godtaget: {proofs:proof}.',
  'finding.evidenceAccepted.notMet':
    'Redovisningen ingår i ett stickprov. Underlaget behöver vara godtaget innan den kan godkännas: {proofs:proof}. Nu är läget ”{status:status.evidenceDemand}”.',

  'problem.callOrProgramme': 'Ange antingen en utlysning eller ett stöd.',
  'finding.sampleTooLarge':
    'Stickprovet kan ha högst så många som det finns att dra bland: {population}. Du har begärt {size}.',

  'accountingColumn.date': 'Datum',
  'accountingColumn.account': 'Konto',
  'accountingColumn.amount': 'Belopp',
} as const;
