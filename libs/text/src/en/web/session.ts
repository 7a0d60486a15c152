/** One's own account: where one is signed in, and the password. */
export const sessionPages = {
  'web.account.sessions': 'Where you are signed in',
  'web.account.sessionsHelp':
    'You are signed in here. If there is anything you do not recognise, end it and change your password. You are signed out after 30 minutes without use, and after 10 hours.',
  'web.account.device': 'Device',
  'web.account.deviceOn': '{browser} on {system}',
  'web.account.deviceUnknown': 'Unknown device',
  'web.account.thisOne': 'This one',
  'web.account.network': 'Network',
  'web.account.began': 'Signed in',
  'web.account.seen': 'Last used',
  'web.account.end': 'End',
  'web.account.ends': 'End the session',
  'web.account.endNamed': 'End {device}, signed in {began}',
  'web.account.ended': 'The session has ended',
  'web.account.endOthers': 'End all others',
  'web.account.othersEnded': 'All other sessions have ended',
  'web.account.password': 'Change the password',
  'web.account.passwordHelp': 'Once you have changed it you are signed out everywhere else.',
  'web.account.current': 'Current password',
  'web.account.changed': 'The password is changed',

  'web.password.new': 'New password',
  'web.password.help':
    'At least {min} characters, whichever you like. Write for instance four words that have nothing to do with each other, or a sentence that only you would think of. Your name, your address and common passwords will not do.',
  'web.password.missing': 'Write {missing} more characters.',
  'web.password.longEnough': 'The password is long enough.',
  'web.password.done': 'The password is chosen. Sign in with it.',
  'web.password.incomplete':
    'The address is not whole. Open the whole address that the administrator gave you.',
} as const;
