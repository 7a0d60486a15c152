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
  'problem.dayOutOfRange': 'Write a date from 1900-01-01 to 2999-12-31.',
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
  'problem.notUtf8': 'The content is not in the character encoding UTF-8. Save it as that and send it again.',
  'problem.moreProblems':
    'There are more faults than the {max} that are shown. Correct those first and send again.',
  'problem.unknownParameter': 'The parameter does not exist. Remove it from the address.',
  'problem.unexpectedBody': 'No content is to be sent here. Remove it.',
  'problem.invalidCursor': 'The place in the list cannot be found. Start again from its first page.',
  'problem.unknownSort': 'The list can be sorted by {allowed|or}. Put - in front for falling order.',
  'problem.unknownFilter': 'That filter does not exist here.[ You can choose {allowed|or}.]',
  'problem.codeNotRight':
    'The code is not right, or has been used. Wait for the next code in the app and type it. A recovery code works once.',
  'problem.nothingToEnrol': 'It took too long. Begin again and read the new code into the app.',
  'problem.passkeyNotAccepted': 'The passkey was not accepted. Try again, or choose another way.',
  'problem.passkeyCopied':
    'The passkey may have been copied and is therefore not accepted. Remove it, add a new one and tell your administrator.',
  'problem.passkeyKnown': 'The passkey is there already. Choose another one.',
  'problem.lastSecondFactor':
    'You must have one second step at least. Add a new one before you remove this one.',
  'problem.noSecondFactor': 'The account has no second step.',
  'problem.ownSecondFactor': 'Ask another administrator to reset your second step.',
  'problem.scopeNotYours': 'You may not do this yourself. Take it off the key.',
  'problem.keyMustEnd': 'The key must be good until tomorrow at least, and until {latest} at most.',
  'problem.keyBesideSession': 'Send a key or a session, not both. Leave the cookie out of the request.',
  'problem.providerAway':
    'The sign-in service does not answer. Wait a while and try again, or sign in with a password.',
  'problem.providerRefused': 'You did not sign in at the sign-in service. Try again.',
  'problem.providerNotBelieved':
    'The answer of the sign-in service could not be trusted. Try again. If it happens again, tell us.',
  'problem.signInTooLate': 'The sign-in took too long, or began in another browser. Begin again.',
  'problem.identityNotKnown':
    'There is no account for you here. Ask your administrator to invite you with the e-mail address that the sign-in service has.',
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
  'problem.notSha256': 'Write a SHA-256 checksum: 64 characters, digits and the letters a to f.',
  'problem.dueInThePast': 'The last day needs to be after today, {today}.',
  'problem.notACaseOfficer': 'This person is not a case officer. Choose someone who is.',
  'problem.unknownOrganisation':
    'The organisation does not exist. Choose one from the list of organisations.',
  'problem.unknownApplication': 'There is no such case. Check its id.',
  'problem.onlyOfNow': 'This export only shows the moment at which it is made. Leave the day out.',
  'problem.csvOptionsWithoutCsv': 'Separator, decimal sign and BOM are chosen for CSV only.',
  'problem.tooManyExportsOfUser':
    'You already have {limit} exports that are not ready. Wait until one is ready, or cancel one.',
  'problem.tooManyExports': 'There are already {limit} exports waiting. Wait a while and try again.',
  'problem.unknownExportKind': 'The export does not exist. Choose one from the list of exports.',
  'problem.dateInTheFuture': 'That day has not been yet. Choose a day up to {today}.',
  'problem.notTimeOfDay': 'Write a time from 00:00 to 23:59, such as 06:30.',
  'problem.untilBeforeFrom': 'The last day cannot be before the first[, {from}]. Choose a later day.',
  'problem.noRunLeft': 'The export would never come again. Choose a later last day.',
  'problem.notAReaderOfExports': 'This person may not have the export. Choose someone who may.',
  'problem.carriedAboveMost':
    'The appropriation for {year} would be {sum:kr}, and can be at most {max:kr}. Carry over a smaller amount.',
  'problem.nothingToCarry': 'State an amount larger than SEK 0 to carry over.',
  'problem.nothingAmended':
    'State a new amount for the appropriation or for the commitment limit. Here both are as before.',
  'problem.notIdempotencyKey': 'Send an Idempotency-Key of 1 to 128 characters.',
  'problem.unknownMeasure': 'There is no such segregation measure. Choose one from the list of measures.',
  'problem.unknownDataset': 'There is no such data set, or it has no values of the measures. Choose another.',
  'problem.noMeasureRule':
    'The rules of the call have no thresholds of segregation measures to change. Remove it.',
  'problem.thresholdTwice':
    'Give either one threshold for all segregation measures or one for each, not both.',
  'problem.notHalfYear': 'The reference rate applies from 1 January or 1 July. Choose one of those days.',
  'problem.rateKnown': 'The reference rate for the time before {first} is there already. Choose a later day.',
  'problem.notHalfPercent': 'The reference rate is given in whole and half percentage points.',
  'problem.repealedProgramme':
    'The ordinance of the programme is repealed[ by SFS {by}]. Choose a programme that is in force.',
  'problem.notForm': 'Send the details as a form (multipart/form-data), whole and in one piece.',
  'problem.unnamedPart': 'A part of the form has no name. Name each field and send it again.',
  'problem.tooManyFields': 'The form has too many fields. Send at most {max}.',
  'problem.oneFile': 'Send one file at a time.',
  'problem.notFile': 'Send a file in the field file.',
  'problem.oneSource': 'Say what to fetch from one of the sources {allowed|or}.',
  'problem.notSelection': 'For each dimension, give a list of its categories, or * for all of them.',
  'problem.dotSegment': 'A name cannot be made of dots alone. Write the name as its source does.',
  'problem.fileEmpty': 'The file is empty.',
  'problem.fileTypeNotAllowed': 'That type of file is not taken in.[ Send {allowed|or}.]',
  'problem.fileNotWhatItSays':
    'The content of the file is not what its name and the type it was sent with say. Save it anew in the format that its name says and send it again.',
  'problem.archiveUnsafe':
    'The file is locked, has macros, unpacks to too much or cannot be read. Save it anew without that, and send it again.',
  'problem.tooManyAttachments': 'The application already has {max} attachments. Take one away first.',
  'problem.tooManyAnswers': 'You have already answered {max} times in this case. Contact the case officer.',
  'problem.tooManyEvidenceFiles':
    'There are already {max} files in answer to the request. Contact the case officer.',
  'problem.tooManyAccountingImports':
    'The report already has {max} files of booked rows. Change the mapping of one of them, or fill in the costs yourself.',
  'problem.fileNotScanned':
    'The file waits for its virus check and cannot be fetched yet. Try again in a while.',
  'problem.fileInfected':
    'The virus check has found malicious code in the file. It is not handed out. Ask the sender for a new file.',
  'problem.fileThinned': 'The file has been thinned out and is no longer kept.',
  'problem.attachmentSubmitted': 'The attachment has been submitted and cannot be taken away.',
};
