import type { problems as sv } from '../sv/problems.js';

export const problems: Record<keyof typeof sv, string> = {
  'problem.required': 'Fill this in.',
  'problem.unknownField': 'This does not belong here. Remove it.',
  'problem.notText': 'Write this as text.',
  'problem.tooLong': 'Write at most {max} characters.',
  'problem.tooShort': 'Write at least {min} characters.',
  'problem.notAmount': 'Write a whole number of kronor, from 0 to 1,000 billion.',
  'problem.notYear': 'Write a year from {min} to {max}.',
  'problem.notDate': 'Write a date that exists, such as 2027-03-31.',
  'problem.notOneOf': 'Choose one of {allowed|or}.',
  'problem.notId': 'This is not an id in Medel. Fetch the id again.',
  'problem.notEmail': 'Write an e-mail address, such as name@example.com.',
  'problem.notWholeNumber': 'Write a whole number[ from {min}][ up to {max}].',
  'problem.notNumber': 'Write a number[ from {min}][ up to {max}].',
  'problem.notBoolean': 'Answer yes or no (true or false).',
  'problem.notList': 'Send this as a list.',
  'problem.tooMany': 'Give at most {max}.',
  'problem.tooFew': 'Give at least {min}.',
  'problem.duplicate': 'The same entry is here more than once. Remove one of them.',
  'problem.malformedText': 'The text has characters that cannot be saved. Write it again.',
  'problem.notTexts': 'Send this as a list of texts of 1 to {max} characters.',
  'problem.tooDeep': 'The content has too many levels. Send at most {max}.',
  'problem.notObject': 'Send this as an object with named fields.',
  'problem.notJson': 'The content cannot be read as JSON. Check it and send it again.',
  'problem.unknownParameter': 'The parameter does not exist. Remove it from the address.',
  'problem.unexpectedBody': 'No content is to be sent here. Remove it.',
  'problem.invalidCursor': 'The place in the list cannot be found. Start again from its first page.',
  'problem.unknownSort': 'The list can be sorted by {allowed|or}. Put - in front for falling order.',
  'problem.unknownFilter': 'That filter does not exist here.[ You can choose {allowed|or}.]',
  'problem.unknownProgramme': 'The programme does not exist. Choose one from the list of programmes.',
  'problem.unknownFinding': 'The application has no such finding to judge. Choose one of {known|or}.',
  'problem.unknownCall': 'The call does not exist. Choose one from the list of calls.',
  'problem.unknownAppropriation':
    'The appropriation does not exist. Enter the appropriation first, or choose another.',
  'problem.noWordingInForce':
    'The ordinance of the programme has no wording in force on {opensOn}. Choose another day.',
  'problem.closesBeforeItOpens':
    'The call cannot close before the day it opens[, {opensOn}]. Choose a later day.',
  'problem.yearBeforeWording':
    'The wording is in force from {wordingFrom}. {years} is before that. Choose later years.',
  'problem.tooManyYears': 'The grant may cover at most {maxYears} years. Remove years beyond that.',
  'problem.outsideCallYears': 'The call is for {callYears}. Choose one of those years.',
  'problem.dueInThePast': 'The last day needs to be after today, {today}.',
  'problem.notACaseOfficer': 'This person is not a case officer. Choose someone who is.',
  'problem.unknownExportKind': 'The export does not exist. Choose one from the list of exports.',
  'problem.dateInTheFuture': 'That day has not been yet. Choose a day up to {today}.',
  'problem.notIdempotencyKey': 'Send an Idempotency-Key of 1 to 128 characters.',
  'problem.unknownMeasure': 'There is no such segregation measure. Choose one from the list of measures.',
  'problem.unknownDataset': 'There is no such data set, or it has no values of the measures. Choose another.',
  'problem.noMeasureRule':
    'The rules of the call have no thresholds of segregation measures to change. Remove it.',
  'problem.thresholdTwice':
    'Give either one threshold for all segregation measures or one for each, not both.',
  'problem.repealedProgramme':
    'The ordinance of the programme is repealed[ by SFS {by}]. Choose a programme that is in force.',
};
