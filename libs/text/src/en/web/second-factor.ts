export const secondFactorPages = {
  'web.secondFactor.intro':
    'With a second step it is not enough that somebody has your password. You give a code from an app in your phone, or use a passkey: the lock of the computer, the phone or a security key.',
  'web.secondFactor.mustEnrol':
    'Add a second step before you go on. The agency asks it of everybody who works here.',
  'web.secondFactor.mayGoOn': 'Done. You may go on now.',
  'web.secondFactor.goOn': 'Go on',
  'web.secondFactor.yours': 'Your second steps',
  'web.secondFactor.caption': 'Apps and passkeys added',
  'web.secondFactor.none': 'You have no second step yet. Add an app or a passkey.',
  'web.secondFactor.name': 'Name',
  'web.secondFactor.kind': 'Way',
  'web.secondFactor.kind.totp': 'App with codes',
  'web.secondFactor.kind.passkey': 'Passkey',
  'web.secondFactor.createdAt': 'Added',
  'web.secondFactor.lastUsedAt': 'Last used',
  'web.secondFactor.never': 'Not used yet',
  'web.secondFactor.act': 'Action',
  'web.secondFactor.remove': 'Remove {name}',
  'web.secondFactor.removeHelp': 'After that it cannot be used to sign in.',
  'web.secondFactor.removeLast':
    'It is your only second step. After that your password is enough to sign in.',
  'web.secondFactor.removed': 'Removed',
  'web.secondFactor.fresh':
    'When you decide, attest or make payment files we ask again if more than {minutes} minutes have passed.',

  'web.secondFactor.addTotp': 'Add an app',
  'web.secondFactor.addTotpHelp':
    'Install an app for one-time codes in your phone if you have none. Read the square with it, or type the key.',
  'web.secondFactor.qr': 'QR code to read with the app',
  'web.secondFactor.secret': 'Key to type in the app',
  'web.secondFactor.nameHelp': 'For you to know it by, such as My work phone',
  'web.secondFactor.code': 'Code from the app',
  'web.secondFactor.codeHelp': 'Six digits',
  'web.secondFactor.add': 'Add',
  'web.secondFactor.added': 'Added',
  'web.secondFactor.addPasskey': 'Add a passkey',
  'web.secondFactor.addPasskeyHelp':
    'The browser asks for the lock of the computer, the phone or a security key.',
  'web.secondFactor.passkeyNeedsName':
    'This address is a number, where passkeys do not work. Open Medel at {address}.',
  'web.secondFactor.passkeyStopped':
    'No passkey was made: the question was cancelled, took too long, or the passkey is there already. Try again.',

  'web.secondFactor.recovery': 'Recovery codes',
  'web.secondFactor.recoveryLeft':
    'You have {left} left. Use one when you do not have the phone or the passkey with you. Each code works once.',
  'web.secondFactor.recoveryRenewHelp': 'The recovery codes that you have stop working.',
  'web.secondFactor.recoveryShown': 'Save the recovery codes now',
  'web.secondFactor.recoveryShownHelp':
    'Print them or put them in a password manager. They are not shown again.',
  'web.secondFactor.recoverySaved': 'I have saved them',

  'web.proof.title': 'Show that it is you',
  'web.proof.help': 'Give a code or use your passkey to go on.',
  'web.proof.again':
    'What you are about to do asks that you show once more that it is you. What you have typed is kept and is sent when you are done.',
  'web.proof.code': 'Code',
  'web.proof.codeHelp': 'Six digits from the app, or one of your recovery codes',
  'web.proof.send': 'Go on',
  'web.proof.passkey': 'Use a passkey',
  'web.proof.passkeyStopped': 'The question was cancelled or took too long. Try again, or give a code.',
  'web.proof.lost':
    'Do you have neither phone, passkey nor recovery code? Ask your administrator to reset your second step.',

  'web.user.secondFactor': 'Two-step sign-in',
  'web.user.hasSecondFactor': 'The person has a second step.',
  'web.user.noSecondFactor': 'The person has no second step.',
  'web.user.factorResetHelp':
    'For somebody who has lost phone, passkey and recovery codes. Make sure who it is. The person is signed out, and adds the new step at the next sign-in.',
  'web.user.factorResetReason': 'Reason',
  'web.user.factorResetReasonHelp': 'Who asked for it, and how you made sure that it is the right person',
  'web.user.factorResetDone': 'The second step has been reset',
} as const;
