/** Books that a report is taken from, samples of reports, and what a reported year came to. */
export const reports = {
  'problem.notDigits': 'Write an account number of 1 to {max} digits.',
  'problem.accountRangeBackwards': 'The account range ends before its first account. Swap the accounts.',
  'problem.accountRangeTwice':
    'Some of the accounts are in another range already. Let each account belong to one.',
  'problem.accountingNotText':
    'The file cannot be read as text[ in {encoding}]. Save it as text and send it again.',
  'problem.accountingEmpty': 'The file has no accounting rows. Check that it is the right file.',

  'fileFault.unclosedQuote': 'a quotation mark is not closed',
  'fileFault.unclosedBrace': 'a brace is not closed',
  'fileFault.strayCharacter': 'there is something between two fields',
  'fileFault.strayQuote': 'there is something after a quotation mark',
  'fileFault.recordTooLong': 'the line is too long',
  'fileFault.noLabel': 'the line does not begin with a label',

  'finding.notSieType4': 'The file must be of type SIE 4, with every verification.[ It is of type {type}.]',
  'finding.sieLineUnreadable': 'Line {line} cannot be read: {fault:fileFault}.',
  'finding.csvLineUnreadable': 'Line {line} cannot be read: {fault:fileFault}.',
  'finding.accountingColumnsMissing':
    'The list must have columns for date, account and amount. Missing: {missing:accountingColumn}.',
  'finding.accountingDateInvalid': 'Line {line} must have a date that exists.[ It says {date}.]',
  'finding.accountingAmountInvalid':
    'Line {line} must have an amount with two decimals at most, a thousand million kronor at most.[ It says {amount}.]',
  'finding.accountInvalid': 'Line {line} must have an account number of digits only.[ It says {account}.]',
  'finding.objectsInvalid': 'Line {line} must have objects in pairs of dimension and object, within braces.',
  'finding.rowOutsideVerification': 'Line {line} stands outside a verification.',
  'finding.braceUnexpected': 'On line {line} there is a brace that belongs to no verification.',
  'finding.verificationNotClosed': 'Verification {verification} on line {line} has no closing brace.',
  'finding.verificationUnbalanced':
    'Verification {verification} on line {line} does not balance. The difference is SEK {difference}.',
  'finding.accountNotMapped':
    'Account {account} on line {line} belongs to no kind of cost. Say which, or that the account does not count.',
  'finding.accountedOutsideYears':
    'The report is on {reportYears}, but line {line} was booked on {date}. Remove the line, or count the rows of the project only.',
  'finding.accountedSumNegative':
    'The costs for {kind:costKind} in {year} come to less than nought: {amount:kr}. Check which accounts count.',
  'finding.accountedSumTooLarge':
    'The costs for {kind:costKind} in {year} are more than a million million kronor.',
  'finding.accountingOfAnother':
    'The file is from organisation number {companyNumber}, but the report is from {organisationNumber}.',
  'finding.accountingNothingCounted':
    'None of the {rows} rows of the file counts as a cost. Check accounts and project.',

  'finding.settlement.met':
    'For {year:year} the costs are {costs:kr}. [The grant may cover {percent:percent} of them, ]{ceiling:kr} rounded down to whole kronor, and at most what was granted, {granted:kr}. Entitled to: {entitled:kr}. Paid: {paid:kr}. Nothing is to be repaid. Unused: {unused:kr}.',
  'finding.settlement.notMet':
    'For {year:year} the costs are {costs:kr}. [The grant may cover {percent:percent} of them, ]{ceiling:kr} rounded down to whole kronor, and at most what was granted, {granted:kr}. Entitled to: {entitled:kr}. Paid: {paid:kr}. To be repaid: {repay:kr}. Unused: {unused:kr}.',

  'proof.ledger': 'The general ledger of the project',
  'proof.invoices': 'Invoices',
  'proof.payroll': 'Pay slips and time sheets',
  'proof.coFinancing': 'Confirmation of co-financing',
  'proof.results': 'Proof of results',
  'finding.evidenceAccepted.met': 'The proof that was asked for is accepted: {proofs:proof}.',
  'finding.evidenceAccepted.notMet':
    'The report is in a sample. The proof must be accepted before it can be approved: {proofs:proof}. It now stands as “{status:status.evidenceDemand}”.',

  'problem.callOrProgramme': 'Give either a call or a programme.',
  'finding.sampleTooLarge':
    'A sample can have as many as there are to draw from: {population}. You asked for {size}.',

  'accountingColumn.date': 'Date',
  'accountingColumn.account': 'Account',
  'accountingColumn.amount': 'Amount',
} as const;
