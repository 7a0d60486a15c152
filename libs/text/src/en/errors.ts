import type { errors as sv } from '../sv/errors.js';

export const errors: Record<keyof typeof sv, string> = {
  'error.internal.title': 'Something went wrong on our side',
  'error.internal.detail':
    'It is not your mistake. Try again in a while. If it comes back, contact us and give the request id.',
  'error.invalid.title': 'Something needs to be corrected',
  'error.invalid.detail': 'See what applies to each item, correct it and try again.',
  'error.unauthenticated.title': 'You need to log in',
  'error.unauthenticated.detail':
    'Log in and try again. If you cannot log in, check the e-mail address and the password.',
  'error.unauthenticated.key.title': 'The key is not valid',
  'error.unauthenticated.key.detail':
    'It was revoked, has ended or is mistyped, or the account is closed. Check it, or create another.',
  'error.forbidden.title': 'Your role does not allow this',
  'error.forbidden.detail':
    'Ask a colleague who has the right role for help, or ask your administrator which roles you have.',
  'error.secondFactorRequired.title': 'You need to show that it is you',
  'error.secondFactorRequired.detail':
    'Give a code from your app, use your passkey, or add a second step if you do not have one yet.',
  'error.stepUpRequired.title': 'Show once more that it is you',
  'error.stepUpRequired.detail':
    'This asks that you have just given a code or used your passkey. Do so and try again.',
  'error.notFound.title': 'What you are looking for is not here',
  'error.notFound.detail':
    'It may have been removed, or you may not have access to it. Check the address or find your way from the start page.',
  'error.illegalTransition.title': 'That cannot be done right now',
  'error.illegalTransition.detail':
    'The action “{action:action.@subject}” cannot be taken when {subject:theSubject} has the status “{status:status.@subject}”. Reload the page to see what you can do now.',
  'error.conflict.title': 'This clashes with something that already exists',
  'error.conflict.detail':
    'Reload the page, check what already exists and then try again.[ It concerns {code} for {year}.]',
  'error.budgetExceeded.title': 'There is not enough money',
  'error.budgetExceeded.detail':
    '[Of {source:theFund}, {available:kr} remains, but the decision needs {requested:kr}. {missing:kr} is missing. ]Lower the amounts, or ask a finance officer for help.',
  'error.fourEyes.title': 'Another person needs to do this',
  'error.fourEyes.detail':
    'Different people are to prepare the case, decide on it and attest the payment. You have already done one of these. Ask a colleague to do this one.',
  'error.conflictOfInterest.title': 'There may be a conflict of interest',
  'error.conflictOfInterest.detail':
    'A person who may have a conflict of interest must not handle the case (Administrative Procedure Act, sections 16 and 17). Ask a colleague to take over.',
  'error.stale.title': 'Someone else has made changes meanwhile',
  'error.stale.detail': 'Load the latest content, make your change again and save.',
  'error.fileDamaged.title': 'The file is no longer the one that was made',
  'error.fileDamaged.detail':
    'The file is missing or was changed after it was made, and is therefore not handed out. Order the export again.',
  'error.tooLarge.title': 'What you sent is too large',
  'error.tooLarge.detail': 'Send a smaller file, or divide the content and send it in several parts.',
  'error.unsupportedMediaType.title': 'The format cannot be received',
  'error.unsupportedMediaType.detail':
    'Choose a file in one of the formats that the page names. Content other than files is sent as JSON.',
  'error.rulesNotMet.title': 'Some conditions are not met',
  'error.rulesNotMet.detail': 'Read what each condition requires, change what can be changed and try again.',
  'error.idempotencyKeyReused.title': 'The key has already been used',
  'error.idempotencyKeyReused.detail':
    'The same Idempotency-Key has been used with other content. Send the new content with a new key.',
  'error.preconditionRequired.title': 'It is not clear what you are changing',
  'error.preconditionRequired.detail':
    'Read the content again and send its ETag in If-Match, so that nobody else’s changes are overwritten.',
  'error.tooManyRequests.title': 'There were many attempts in a short time',
  'error.tooManyRequests.detail': 'Wait a moment[, about {retryAfterSeconds:minutes},] and then try again.',
  'error.unavailable.title': 'The service is busy right now',
  'error.unavailable.detail':
    'Try again in a moment. Then check that what you did was saved. Contact the agency if it does not work.',
};
