/** One's own account: where one is signed in, and the password. */
export const sessionPages = {
  'web.account.sessions': 'Inloggningar',
  'web.account.sessionsHelp':
    'Här är du inloggad. Känner du inte igen något, avsluta det och byt lösenord. En inloggning tar slut efter 30 minuter utan att användas, och efter 10 timmar.',
  'web.account.device': 'Enhet',
  'web.account.deviceOn': '{browser} på {system}',
  'web.account.deviceUnknown': 'Okänd enhet',
  'web.account.thisOne': 'Den här',
  'web.account.network': 'Nätverk',
  'web.account.began': 'Inloggad',
  'web.account.seen': 'Senast använd',
  'web.account.end': 'Avsluta',
  'web.account.ends': 'Avsluta inloggning',
  'web.account.endNamed': 'Avsluta {device}, inloggad {began}',
  'web.account.ended': 'Inloggningen är avslutad',
  'web.account.endOthers': 'Avsluta alla andra',
  'web.account.othersEnded': 'Alla andra inloggningar är avslutade',
  'web.account.password': 'Byt lösenord',
  'web.account.passwordHelp': 'När du har bytt blir du utloggad på alla andra ställen.',
  'web.account.current': 'Nuvarande lösenord',
  'web.account.changed': 'Lösenordet är bytt',

  'web.password.new': 'Nytt lösenord',
  'web.password.help':
    'Minst {min} tecken, vilka du vill. Skriv till exempel fyra ord som inte hör ihop, eller en mening som bara du kommer på. Ditt namn, din adress och vanliga lösenord går inte.',
  'web.password.missing': 'Skriv {missing} tecken till.',
  'web.password.longEnough': 'Lösenordet är långt nog.',
  'web.password.done': 'Lösenordet är valt. Logga in med det.',
  'web.password.incomplete': 'Adressen är inte hel. Öppna hela adressen som du har fått av administratören.',
} as const;
