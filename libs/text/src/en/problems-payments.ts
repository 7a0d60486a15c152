import type { paymentProblems as sv } from '../sv/problems-payments.js';

export const paymentProblems: Record<keyof typeof sv, string> = {
  'problem.notBankgiro':
    'This is no bankgiro number. Check the digits: there are seven or eight, and the last is a check digit.',
  'problem.notPlusgiro':
    'This is no plusgiro number. Check the digits: there are two to eight, and the last is a check digit.',
  'problem.notIban': 'This is no IBAN of a country in SEPA. Check the characters.',
  'problem.notBic': 'This is no BIC. It has eight or eleven characters.',
  'problem.bicOfOtherCountry': 'BIC and IBAN are of different countries. Check both.',
  'problem.bicWithGiro': 'A giro number has no BIC. Remove it.',
  'problem.unknownPayment': 'The payment does not exist. Choose one from the list of payments.',
  'problem.paymentInFile': 'The payment {paymentId} is already in the payment file {paymentFileId}.',
  'problem.paymentNotAttested':
    'The payment {paymentId} is not attested. Its status is {status:status.payment}.',
  'problem.paymentOfInterest':
    'You have declared an interest in the case of the payment {paymentId}. Leave it out, or let a colleague order the file.',
  'problem.unknownCondition':
    'The number of conditions of the decision is {max}. Give the number of one of them.',
  'problem.xmlDoctype':
    'The file has a document type (DOCTYPE) and is not taken. Send the file as the bank made it.',
  'problem.xmlNotWellFormed':
    'The file cannot be read as XML.[ The fault is on line {line}.] Fetch it anew from the bank and send it again.',
  'problem.xmlNotUtf8': 'The file is not in UTF-8. Save it as UTF-8 and send it again.',
  'problem.xmlTooManyAttributes':
    'An element of the file has too many attributes. It may have at most {max}.',
  'problem.xmlTooDeep': 'The file has too many levels. It may have at most {max}.',
  'problem.xmlTooLong': 'The file has too many parts. It may have at most {max}.',
  'problem.notSettlementMessage':
    'The file is no notice from the bank that can be read. Send camt.054 or pain.002.',
};
